package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Step;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Reason;

/**
 * A channel whose senders died one after another accepts as many messages as when it was new, and
 * at least as many as it granted.
 */
public final class LostCapacity implements Rule {
  @Override
  public Finding judge(History history) {
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    String undecided = "no channel was filled twice";
    for (Delivery delivery : Delivery.all(sends)) {
      for (int end : delivery.senders()) {
        List<Fill> fills = fills(sends, end);
        if (fills.size() > 1) {
          undecided = new Channel(delivery, lives).judge(fills.getFirst(), fills.getLast(), surest);
        }
      }
    }
    return surest.finding(undecided);
  }

  /**
   * Messages that were sent without waiting until one was refused for want of room.
   *
   * @param accepted how many
   * @param bytes the size of each
   * @param first the row of the first send
   * @param full the row of the refusal
   */
  private record Fill(int accepted, int bytes, int first, int full) {}

  private static List<Fill> fills(Sends sends, int end) {
    List<Fill> fills = new ArrayList<>();
    int[] steps = sends.history.steps();
    int accepted = 0;
    int first = -1;
    for (int place = 0; place < sends.count(end); place++) {
      int row = sends.row(sends.first(end) + place);
      if (row < 0 || !tries(sends.history.scenario().steps().get(steps[row]))) {
        continue;
      }
      first = first < 0 ? row : first;
      if (sends.operations.outcome(row) == Outcome.ACCEPTED) {
        accepted++;
        continue;
      }
      if (sends.operations.reason(row) == Reason.FULL) {
        fills.add(new Fill(accepted, sends.operations.bytes(row), first, row));
      }
      first = -1;
      accepted = 0;
    }
    return fills;
  }

  private static boolean tries(Step step) {
    return step.action() instanceof Action.Send send
        && send.timeoutMs() == 0
        && send.stopAtRefusal();
  }

  /** One channel and what it granted. */
  private record Channel(Delivery delivery, Lives lives) {
    /** Judges both fills; why it cannot, in words. */
    String judge(Fill young, Fill old, Surest surest) {
      History history = delivery.sends.history;
      String name = history.scenario().channels().get(delivery.channel).name();
      Capacity granted = history.capacities().get(name);
      int deaths = deaths(old);
      if (granted == null || granted.unit() == Capacity.Unit.UNBOUNDED || deaths == 0) {
        return "nobody died between two fills of channel %s, or it granted none".formatted(name);
      }
      String unknown = unknown(old);
      if (!unknown.isEmpty()) {
        return unknown;
      }
      long least =
          granted.unit() == Capacity.Unit.MESSAGES
              ? granted.atLeast()
              : granted.atLeast() / (old.bytes() + granted.overheadPerMessage());
      int room = old.accepted() + inside(old);
      if (room < Math.min(young.accepted(), least)) {
        surest.add(
            Observation.CAPACITY_LOST,
            Long.MAX_VALUE,
            () -> violation(young, old, deaths, Math.min(young.accepted(), least)));
      }
      return "";
    }

    /** Why it is not known what was in the channel when it was full, empty when it is. */
    private String unknown(Fill old) {
      if (delivery.damaged() || !delivery.hiding.isEmpty() || received(old)) {
        return "messages came that cannot be told, or while the channel was filled";
      }
      // Who is not seen to be drained may still have had room that nobody got.
      return new Drain(delivery, lives).missing();
    }

    private int deaths(Fill old) {
      long begin = delivery.operations.begin(old.first()) - Stamps.lease(delivery.sends.history);
      return (int)
          delivery.senders().stream()
              .flatMap(end -> lives.of(end).stream())
              .filter(life -> life.ending() == Ending.KILLED && life.until() < begin)
              .count();
    }

    /** Whether anybody received while it was filled, so that it is not known what was inside. */
    private boolean received(Fill old) {
      Operations operations = delivery.operations;
      for (int row = 0; row < operations.size(); row++) {
        if (operations.kind(row) == Kind.RECEIVE
            && delivery.receivers.contains(operations.end(row))
            && operations.begin(row) <= operations.finish(old.full())
            && operations.finish(row) >= operations.begin(old.first())) {
          return true;
        }
      }
      return false;
    }

    /** How many messages of others were there already when it was filled: those that came later. */
    private int inside(Fill old) {
      Operations operations = delivery.operations;
      int others = 0;
      for (int message = 0; message < delivery.size(); message++) {
        int receive = delivery.receive(message);
        int send = delivery.send(message);
        boolean own =
            send >= old.first()
                && send <= old.full()
                && operations.end(send) == operations.end(old.full());
        if (!own && receive >= 0 && operations.finish(receive) > operations.begin(old.first())) {
          others++;
        }
      }
      return others;
    }

    private Violation violation(Fill young, Fill old, int deaths, long least) {
      Words words = new Words(delivery.sends.history);
      return new Violation(
          Observation.CAPACITY_LOST,
          "channel %s accept %d messages of %d bytes when it is new, and %d senders of it be killed"
              .formatted(words.channel(old.full()), young.accepted(), old.bytes(), deaths),
          "it accepts at least %d when it was emptied".formatted(least),
          "it was full with %d, %s".formatted(old.accepted(), words.span(old.full())),
          words.ordered(List.of(young.full(), old.full())),
          List.of(),
          Long.MAX_VALUE);
    }
  }
}
