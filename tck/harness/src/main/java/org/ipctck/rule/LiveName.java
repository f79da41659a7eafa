package org.ipctck.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ipctck.fault.Fault;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/**
 * Whoever opens the name of a live instance reaches it, also after others have closed it, failed to
 * open it, or died with it.
 */
public final class LiveName implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    Unheard unheard = new Unheard(history);
    boolean reached = false;
    Operations operations = history.operations();
    for (int row = 0; row < operations.size(); row++) {
      boolean opens = operations.kind(row) == Kind.OPEN;
      if (opens && !unheard.opposite(row).isEmpty() && hasPlace(history, unheard, row)) {
        if (!unnoticed(history, row)) {
          judge(history, unheard, row, surest);
        }
        reached |= left(history, row).isPresent() && reached(unheard, operations.end(row));
      }
    }
    return surest.finding(reached ? "" : "nobody came late and was heard by whoever lives");
  }

  /** Whether a message of an end came, so that it was opened and led to somebody. */
  private static boolean reached(Unheard unheard, int end) {
    return unheard.rows().filter(row -> unheard.is(row, end)).anyMatch(unheard::came);
  }

  /** Whether a place may still be that of somebody who died without a word. */
  private static boolean unnoticed(History history, int row) {
    long lease = Stamps.lease(history);
    return history.faults().stream()
        .anyMatch(fault -> fault.done() + lease >= history.operations().begin(row) && lease > 0);
  }

  private static boolean hasPlace(History history, Unheard unheard, int row) {
    ChannelPlan plan = history.scenario().channel(unheard.end(row).channel());
    boolean sends = unheard.end(row).side() == End.Side.SENDER;
    return unheard.beside(row).size() < (sends ? plan.senders() : plan.receivers());
  }

  /** How somebody else went before: the row of its close or failed open, or -1 for a fault. */
  private static OptionalInt left(History history, int row) {
    Operations operations = history.operations();
    Unheard unheard = new Unheard(history);
    for (FaultRecord fault : history.faults()) {
      if (fault.landed()
          && fault.fault().kind() != Fault.Kind.SIGSTOP
          && fault.done() < operations.begin(row)) {
        return OptionalInt.of(-1);
      }
    }
    return unheard
        .rows()
        .filter(other -> operations.end(other) != operations.end(row))
        .filter(other -> unheard.end(other).channel().equals(unheard.end(row).channel()))
        .filter(other -> operations.finish(other) < operations.begin(row))
        .filter(
            other ->
                operations.kind(other) == Kind.CLOSE
                    || operations.kind(other) == Kind.OPEN
                        && operations.outcome(other) == Outcome.REFUSED)
        .findFirst();
  }

  private static void judge(History history, Unheard unheard, int row, Surest surest) {
    Operations operations = history.operations();
    OptionalInt left = left(history, row);
    if (left.isEmpty()) {
      return;
    }
    Reason reason = operations.reason(row);
    boolean missed = operations.outcome(row) == Outcome.REFUSED && missing(reason);
    boolean waited = Stamps.finish(history, row) - operations.begin(row) > Stamps.must(history);
    if (waited && (missed || operations.outcome(row) == Outcome.PENDING)) {
      String seen = "it came to nothing: %s %s".formatted(operations.outcome(row), reason);
      surest.add(
          Observation.NAME_OF_THE_LIVING_GONE,
          Long.MAX_VALUE,
          () -> violation(history, unheard, row, left.getAsInt(), seen));
    } else if (operations.outcome(row) == Outcome.DONE) {
      Optional<String> vain =
          unheard
              .rows()
              .filter(other -> operations.end(other) == operations.end(row))
              .filter(other -> operations.kind(other) == Kind.SEND)
              .mapToObj(unheard::wrong)
              .flatMap(Optional::stream)
              .findFirst();
      vain.ifPresent(
          words ->
              surest.add(
                  Observation.NAME_OF_THE_LIVING_GONE,
                  Long.MAX_VALUE,
                  () -> violation(history, unheard, row, left.getAsInt(), words)));
    }
  }

  private static boolean missing(Reason reason) {
    return switch (reason) {
      case NO_PEER, TIMEOUT, PEER_GONE, STALE, NOT_AN_ENDPOINT -> true;
      default -> false;
    };
  }

  private static Violation violation(
      History history, Unheard unheard, int row, int left, String seen) {
    Words words = new Words(history);
    int live = unheard.opposite(row).getFirst();
    String how =
        left < 0
            ? "somebody else was struck"
            : "%s %s"
                .formatted(
                    words.end(left),
                    history.operations().kind(left) == Kind.CLOSE ? "closed" : "failed to open it");
    List<Integer> witness = left < 0 ? List.of(live, row) : List.of(live, left, row);
    return new Violation(
        Observation.NAME_OF_THE_LIVING_GONE,
        "%s have channel %s open, and %s before %s opens it %s"
            .formatted(words.end(live), words.channel(row), how, words.end(row), words.span(row)),
        "its name still leads to it",
        seen,
        words.ordered(witness),
        List.of(),
        Long.MAX_VALUE);
  }
}
