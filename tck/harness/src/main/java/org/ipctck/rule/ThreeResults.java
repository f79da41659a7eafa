package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/** An overload is not reported as a departure, nor an orderly close as a death. */
public final class ThreeResults implements Rule {
  @Override
  public Finding judge(History history) {
    Operations operations = history.operations();
    Unheard unheard = new Unheard(history);
    Surest surest = new Surest();
    for (int row = 0; row < operations.size(); row++) {
      int at = row;
      if (operations.kind(row) == Kind.SEND && unheard.brokenForNothing(row)) {
        surest.add(
            Observation.TAKEN_FOR_ANOTHER,
            Long.MAX_VALUE,
            () -> violation(history, at, "all ends of channel %s be there"));
      }
      if (closeAsDeath(history, unheard, row)) {
        surest.add(
            Observation.TAKEN_FOR_ANOTHER,
            Long.MAX_VALUE,
            () -> violation(history, at, "every sender of channel %s have closed"));
      }
    }
    return surest.finding();
  }

  /** A death, though nobody of the channel was struck and each sender that came has closed. */
  private static boolean closeAsDeath(History history, Unheard unheard, int row) {
    Operations operations = history.operations();
    boolean death =
        operations.kind(row) == Kind.RECEIVE
            && operations.outcome(row) == Outcome.BROKEN
            && operations.reason(row) == Reason.PEER_GONE;
    if (!death) {
      return false;
    }
    String channel = unheard.end(row).channel();
    Asked asked = new Asked(history);
    boolean struck =
        unheard
            .rows()
            .filter(other -> unheard.end(other).channel().equals(channel))
            .anyMatch(other -> asked.struck(operations.end(other)));
    List<Integer> senders =
        unheard
            .rows()
            .filter(other -> operations.kind(other) == Kind.OPEN)
            .filter(other -> unheard.end(other).channel().equals(channel))
            .filter(other -> unheard.end(other).side() == End.Side.SENDER)
            .map(operations::end)
            .distinct()
            .boxed()
            .toList();
    return !struck
        && !senders.isEmpty()
        && senders.stream().allMatch(end -> closed(unheard, operations, end, row));
  }

  /** Whether an end had closed in good order before an operation began, and not opened again. */
  private static boolean closed(Unheard unheard, Operations operations, int end, int row) {
    long opens = count(unheard, operations, end, Kind.OPEN, Long.MAX_VALUE);
    long closes = count(unheard, operations, end, Kind.CLOSE, operations.begin(row));
    return opens == 1 && closes > 0;
  }

  private static long count(
      Unheard unheard, Operations operations, int end, Kind kind, long before) {
    return unheard
        .rows()
        .filter(other -> operations.end(other) == end && operations.kind(other) == kind)
        .filter(other -> kind == Kind.OPEN || operations.outcome(other) == Outcome.DONE)
        .filter(other -> operations.finish(other) < before || kind == Kind.OPEN)
        .count();
  }

  private static Violation violation(History history, int row, String let) {
    Words words = new Words(history);
    return new Violation(
        Observation.TAKEN_FOR_ANOTHER,
        let.formatted(words.channel(row)),
        "overload, close and death are three results",
        "the %s of %s %s came out as %s %s"
            .formatted(
                history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT),
                words.end(row),
                words.span(row),
                history.operations().outcome(row),
                history.operations().reason(row)),
        List.of(row),
        List.of(),
        Long.MAX_VALUE);
  }
}
