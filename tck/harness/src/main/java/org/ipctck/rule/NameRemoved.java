package org.ipctck.rule;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.rule.Lives.Life;
import org.ipctck.scenario.End;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/**
 * When the name of a live endpoint was removed from outside, one of its ends is told of it, or it
 * is there again for who comes later.
 *
 * @param move the name of the move that removed it
 * @param look the name of a look after that
 */
public record NameRemoved(String move, String look) implements Rule {
  @Override
  public Finding judge(History history) {
    Sight removed = history.sight(move).orElse(null);
    Sight seen = history.sight(look).orElse(null);
    if (removed == null || seen == null || removed.names().isEmpty()) {
      return Finding.undecided("no name was removed");
    }
    Lives lives = new Lives(new Sends(history));
    boolean there = seen.names().stream().anyMatch(name -> name.type() != Sight.Type.DIRECTORY);
    if (there || rows(history).anyMatch(row -> told(history, lives, removed, row))) {
      return Finding.kept();
    }
    OptionalInt works =
        rows(history).filter(row -> knew(history, lives, removed, seen.begun(), row)).findFirst();
    OptionalInt late = rows(history).filter(row -> came(history, seen, row)).findFirst();
    if (works.isEmpty() || late.isEmpty()) {
      return Finding.undecided("its owner did not work for long enough before another came");
    }
    boolean welcome = new Presence(history, lives).welcome(late.getAsInt());
    boolean absent =
        history.operations().outcome(late.getAsInt()) == Outcome.REFUSED
            && absent(history.operations().reason(late.getAsInt()));
    return welcome && absent
        ? Finding.broken(List.of(violation(history, works.getAsInt(), late.getAsInt())))
        : Finding.kept();
  }

  private static IntStream rows(History history) {
    return IntStream.range(0, history.operations().size());
  }

  /** Whether a transfer of an end that was there before came back with a typed error. */
  private static boolean told(History history, Lives lives, Sight removed, int row) {
    Operations operations = history.operations();
    Reason reason = operations.reason(row);
    boolean typed =
        operations.outcome(row) == Outcome.BROKEN
            || operations.outcome(row) == Outcome.REFUSED && reason != Reason.FULL;
    boolean waited = reason == Reason.TIMEOUT || reason == Reason.INTERRUPTED;
    return operations.kind(row) != Kind.OPEN
        && typed
        && !waited
        && operations.finish(row) > removed.begun()
        && thereBefore(lives, operations.end(row), removed);
  }

  private static boolean thereBefore(Lives lives, int end, Sight removed) {
    return lives.of(end).stream().anyMatch(life -> life.opened() < removed.begun());
  }

  /** Whether somebody came when the name was not there. */
  private static boolean came(History history, Sight seen, int row) {
    Operations operations = history.operations();
    return operations.kind(row) == Kind.OPEN
        && operations.begin(row) > seen.done()
        && (operations.outcome(row) == Outcome.DONE || operations.outcome(row) == Outcome.REFUSED);
  }

  private static boolean absent(Reason reason) {
    return reason == Reason.NO_PEER
        || reason == Reason.TIMEOUT
        || reason == Reason.PEER_GONE
        || reason == Reason.NOT_AN_ENDPOINT;
  }

  /** Whether an end of the owner's side worked on when the bound and a second had passed. */
  private static boolean knew(History history, Lives lives, Sight removed, long until, int row) {
    Operations operations = history.operations();
    Outcome outcome = operations.outcome(row);
    boolean works =
        outcome == Outcome.NOTHING || outcome == Outcome.MESSAGE || outcome == Outcome.ACCEPTED;
    long bound = Long.parseLong(history.profile().get(Promise.BOUND)) * 1_000_000;
    long limit = removed.done() + (long) (bound * history.calibration()) + Stamps.must(history);
    Life life = lives.at(operations.end(row), operations.begin(row));
    boolean waited = outcome == Outcome.NOTHING && operations.finish(row) > limit;
    return works
        && owns(history, operations.end(row))
        && life.opened() < removed.begun()
        && life.from() > operations.finish(row)
        && operations.finish(row) < until
        && (waited || operations.begin(row) > limit);
  }

  /** Who made the name; where it is not said, whoever was there. */
  private static boolean owns(History history, int end) {
    boolean sends = history.scenario().ends().get(end).side() == End.Side.SENDER;
    String owner = history.profile().get(Promise.OWNER);
    return switch (owner) {
      case "sender" -> sends;
      case "receiver" -> !sends;
      default -> true;
    };
  }

  private static Violation violation(History history, int waits, int later) {
    Words words = new Words(history);
    return new Violation(
        Observation.VANISHED_UNNOTICED,
        "the name of channel %s be removed while %s has it open"
            .formatted(words.channel(later), words.end(waits)),
        "the name is made again, or %s is told of it".formatted(words.end(waits)),
        "%s worked on %s as if nothing were missing, and %s was refused %s: %s"
            .formatted(
                words.end(waits),
                words.span(waits),
                words.end(later),
                words.span(later),
                history.operations().reason(later)),
        words.ordered(List.of(waits, later)),
        List.of(),
        Long.MAX_VALUE);
  }
}
