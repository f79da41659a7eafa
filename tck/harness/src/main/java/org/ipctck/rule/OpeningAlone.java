package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/** An open without the other side ends as the profile declares, and within its time-out. */
public final class OpeningAlone implements Rule {
  private static final long SECOND_NANOS = 1_000_000_000;

  @Override
  public Finding judge(History history) {
    Operations operations = history.operations();
    Surest surest = new Surest();
    boolean alone = false;
    boolean unsure = false;
    for (int row = 0; row < operations.size(); row++) {
      if (operations.kind(row) == Kind.OPEN && alone(history, row)) {
        int at = row;
        String wrong = wrong(history, row);
        if (!wrong.isEmpty()) {
          surest.add(
              Observation.OPENED_OTHERWISE, Long.MAX_VALUE, () -> violation(history, at, wrong));
        }
        alone |= operations.reason(row) != Reason.RESOURCES;
        unsure |= Stamps.hangs(history, row);
      }
    }
    return surest.finding(
        unsure ? Stamps.NOT_LONG_ENOUGH : alone ? "" : "nobody opened an end alone");
  }

  /** Whether nobody came to the other side before it was over, and nobody was struck. */
  private static boolean alone(History history, int row) {
    Operations operations = history.operations();
    List<End> ends = history.scenario().ends();
    End own = ends.get(operations.end(row));
    long over = Stamps.finish(history, row);
    for (int other = 0; other < operations.size(); other++) {
      End end = ends.get(operations.end(other));
      boolean opposite = end.channel().equals(own.channel()) && end.side() != own.side();
      if (opposite && operations.begin(other) <= over) {
        return false;
      }
    }
    return !new Asked(history).struck(operations.end(row));
  }

  /** Whether an open of this side need not wait for the other. */
  static boolean mayBeFirst(History history, End.Side side) {
    String last = side == End.Side.SENDER ? "receiver-first" : "sender-first";
    return !history.profile().is(Promise.OPENS, last);
  }

  /** What is wrong with it, empty when nothing is. */
  private static String wrong(History history, int row) {
    Operations operations = history.operations();
    long timeout = new Asked(history).timeoutNanos(row);
    boolean limited = timeout > 0 || new Asked(history).tries(row);
    long limit = (long) (timeout * history.calibration()) + SECOND_NANOS + 2 * history.stalls();
    long wait = Stamps.finish(history, row) - operations.begin(row);
    End.Side side = history.scenario().ends().get(operations.end(row)).side();
    boolean first = mayBeFirst(history, side);
    if ((limited || first) && wait > limit) {
      return "it took %d ms, with a time-out of %d ms"
          .formatted(wait / 1_000_000, timeout / 1_000_000);
    }
    Reason reason = operations.reason(row);
    boolean refused = operations.outcome(row) == Outcome.REFUSED && reason != Reason.RESOURCES;
    if (refused && (first || reason != Reason.NO_PEER)) {
      return "it was refused as " + reason;
    }
    return operations.outcome(row) == Outcome.DONE && !first ? "it succeeded" : "";
  }

  private static Violation violation(History history, int row, String wrong) {
    Words words = new Words(history);
    return new Violation(
        Observation.OPENED_OTHERWISE,
        "%s open its end %s, while nobody is at the other one"
            .formatted(words.end(row), words.span(row)),
        "it ends as declared: opens=" + history.profile().get(Promise.OPENS),
        wrong,
        List.of(row),
        List.of(),
        Long.MAX_VALUE);
  }
}
