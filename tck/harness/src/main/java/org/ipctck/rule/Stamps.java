package org.ipctck.rule;

import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.spi.Promise;

/** The stamps of a history as a whole. */
final class Stamps {
  /** Why a wait that never ended was not judged. */
  static final String NOT_LONG_ENOUGH = "who waited was not watched for long enough on this host";

  private Stamps() {}

  /** How long what must happen may take here: a second on a host at its best, and two stalls. */
  static long must(History history) {
    return (long) (NoEnd.MUST_NANOS * history.calibration()) + 2 * history.stalls();
  }

  /** Where a death is told by a time-out, what the dead had is theirs until it has passed. */
  static long lease(History history) {
    return history.profile().is(Promise.DEATH, "timeout")
        ? (long)
                (Long.parseLong(history.profile().get(Promise.BOUND))
                    * 1_000_000
                    * history.calibration())
            + 2 * history.stalls()
        : 0;
  }

  /** Whether an operation had not returned when nobody watched any more. */
  static boolean hangs(History history, int row) {
    return history.operations().finish(row) == Operations.NEVER;
  }

  /** When an operation returned, or until when it is known not to have. */
  static long finish(History history, int row) {
    long finish = history.operations().finish(row);
    return finish == Operations.NEVER ? latest(history) : finish;
  }

  /** The latest stamp of all: until then the history was watched at least. */
  static long latest(History history) {
    Operations operations = history.operations();
    long latest = history.watched();
    for (int row = 0; row < operations.size(); row++) {
      long finish = operations.finish(row);
      latest = Math.max(latest, finish == Operations.NEVER ? operations.begin(row) : finish);
    }
    for (FaultRecord record : history.faults()) {
      latest = Math.max(latest, record.done() == Operations.NEVER ? record.begun() : record.done());
    }
    return latest;
  }
}
