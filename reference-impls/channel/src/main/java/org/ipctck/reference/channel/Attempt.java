package org.ipctck.reference.channel;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One blocked operation of one task: settled exactly once, by whoever comes first. */
final class Attempt {

  /** Which case came out, and how. */
  record Settlement(int index, Outcome outcome) {}

  private final Thread task = Thread.currentThread();
  private final AtomicReference<@Nullable Settlement> settlement = new AtomicReference<>();

  /** Settles it and wakes its task; false when somebody else was first. */
  boolean settle(int index, Outcome outcome) {
    boolean first = settlement.compareAndSet(null, new Settlement(index, outcome));
    if (first) {
      LockSupport.unpark(task);
    }
    return first;
  }

  /**
   * Waits until it is settled, at the latest by its own time-out.
   *
   * @throws InterruptedException only when the interruption itself settled it: nothing happened
   */
  Settlement await(Deadline deadline) throws InterruptedException {
    boolean interrupted = false;
    while (true) {
      Settlement settled = settlement.get();
      if (settled != null) {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return settled;
      }
      if (Thread.interrupted()) {
        if (settle(-1, Outcome.CLOSED)) {
          throw new InterruptedException("interrupted while waiting on a channel");
        }
        interrupted = true;
      } else if (deadline.left() <= 0) {
        settle(-1, Outcome.TIMED_OUT);
      } else {
        LockSupport.parkNanos(this, deadline.left());
      }
    }
  }
}
