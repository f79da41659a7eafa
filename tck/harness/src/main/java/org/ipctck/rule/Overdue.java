package org.ipctck.rule;

import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.scenario.Action;
import org.ipctck.spi.Promise;

/** Operations that should have come back by themselves and did not. */
final class Overdue {
  private static final long MILLI = 1_000_000;

  private Overdue() {}

  /** Whether an operation of the living with a time-out had not returned when the watch ended. */
  static boolean stays(History history, int row) {
    String process = history.scenario().ends().get(history.operations().end(row)).process();
    return Stamps.hangs(history, row)
        && own(history, row) >= 0
        && history.fallen().stream().noneMatch(fall -> fall.process().equals(process))
        && history.faults().stream()
            .noneMatch(fault -> fault.landed() && strikes(history, row, fault.fault().target()));
  }

  private static boolean strikes(History history, int row, String target) {
    var end = history.scenario().ends().get(history.operations().end(row));
    return target.equals(end.process()) || target.equals(end.name());
  }

  /**
   * Whether it is certain that it never would: its time-out, the declared bound and a second have
   * passed since it began, and since something happened.
   */
  static boolean certainly(History history, int row, long since) {
    String declared = history.profile().get(Promise.BOUND);
    long bound = declared.isEmpty() ? 1_000 : Long.parseLong(declared);
    long limit = own(history, row) + (long) (bound * MILLI * history.calibration());
    long begun = Math.max(history.operations().begin(row), since);
    return Stamps.latest(history) - begun > limit + Stamps.must(history);
  }

  /** The time-out of an operation in nanoseconds, negative when it may wait for ever. */
  private static long own(History history, int row) {
    if (history.operations().kind(row) == Kind.CLOSE) {
      return 0;
    }
    Action action = history.scenario().steps().get(history.steps()[row]).action();
    return switch (action) {
      case Action.Open open -> open.timeoutMs() * MILLI;
      case Action.Send send -> send.timeoutMs() * MILLI;
      case Action.Receive receive -> receive.timeoutMs() * MILLI;
      default -> -1;
    };
  }
}
