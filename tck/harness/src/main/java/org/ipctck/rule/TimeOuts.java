package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/** A send or receive with a time-out gives up not before it, and is over not long after it. */
public final class TimeOuts implements Rule {
  /** Time-outs are milliseconds, and some clocks tick no faster. */
  private static final long TICK_NANOS = 1_000_000;

  private static final long SECOND_NANOS = 1_000_000_000;

  @Override
  public Finding judge(History history) {
    Operations operations = history.operations();
    Asked asked = new Asked(history);
    Surest surest = new Surest();
    String undecided = "";
    for (int row = 0; row < operations.size(); row++) {
      long timeout = asked.timeoutNanos(row);
      boolean timed = timeout > 0 && !asked.struck(operations.end(row));
      if (timed && (operations.kind(row) == Kind.SEND || operations.kind(row) == Kind.RECEIVE)) {
        boolean decided = judge(history, row, timeout, surest);
        undecided = decided ? undecided : Stamps.NOT_LONG_ENOUGH;
      }
    }
    return surest.finding(undecided);
  }

  /** Judges one; false when it was not watched for long enough. */
  private static boolean judge(History history, int row, long timeout, Surest surest) {
    long limit = (long) (timeout * history.calibration()) + SECOND_NANOS + 2 * history.stalls();
    long wait = Stamps.finish(history, row) - history.operations().begin(row);
    if (wait > limit) {
      surest.add(
          Observation.TIMED_OUT_LATE,
          Long.MAX_VALUE,
          () -> violation(history, row, Observation.TIMED_OUT_LATE, timeout, late(limit, wait)));
    } else if (gaveUp(history.operations(), row) && wait < timeout - TICK_NANOS) {
      surest.add(
          Observation.TIMED_OUT_EARLY,
          timeout - wait,
          () -> violation(history, row, Observation.TIMED_OUT_EARLY, timeout, early(wait)));
    }
    return wait > limit || !Stamps.hangs(history, row);
  }

  private static boolean gaveUp(Operations operations, int row) {
    return operations.outcome(row) == Outcome.NOTHING || operations.reason(row) == Reason.TIMEOUT;
  }

  private static String late(long limit, long wait) {
    return "it took %d ms, where time-out x calibration + 1 s is %d ms"
        .formatted(wait / 1_000_000, limit / 1_000_000);
  }

  private static String early(long wait) {
    return "it gave up after %d microseconds".formatted(wait / 1_000);
  }

  private static Violation violation(
      History history, int row, Observation observation, long timeout, String seen) {
    Words words = new Words(history);
    return new Violation(
        observation,
        "o1 = the %s of %s %s, with a time-out of %d ms"
            .formatted(
                history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT),
                words.end(row),
                words.span(row),
                timeout / 1_000_000),
        "o1 keeps its time-out",
        seen,
        List.of(row),
        List.of(),
        Long.MAX_VALUE);
  }
}
