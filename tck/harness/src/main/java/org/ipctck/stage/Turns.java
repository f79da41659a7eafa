package org.ipctck.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How long the threads of the processes that play waited for a processor, as the kernel counts it.
 * On a busy host one process may stand for seconds while the watch of the host has every turn: what
 * took so long then was not the transport. Who sleeps until somebody wakes it waits for no turn.
 */
final class Turns {
  /** A try that is over by then cannot have waited for anything for long. */
  private static final long SHORT_NANOS = 200_000_000;

  private final Supplier<List<Long>> processes;
  private final long began = System.nanoTime();
  private final Map<Long, Long> before = new HashMap<>();
  private boolean noted;
  private long longest;

  /** Of the processes with these ids; asked for when they are needed, for some have yet to fork. */
  Turns(Supplier<List<Long>> processes) {
    this.processes = processes;
  }

  /**
   * Looks for the first time, when the try has lasted for a while: a wait is counted at its end, so
   * that one which has begun by then is still counted whole.
   */
  void note() {
    if (!noted && System.nanoTime() - began > SHORT_NANOS) {
      noted = true;
      processes.get().forEach(process -> before.putAll(Proc.queuedNanos(process)));
    }
  }

  /** Looks again, while the processes are there. */
  void look() {
    if (noted) {
      for (long process : processes.get()) {
        Proc.queuedNanos(process)
            .forEach(
                (thread, nanos) ->
                    longest = Math.max(longest, nanos - before.getOrDefault(thread, 0L)));
      }
    }
  }

  /** The longest that any of the threads waited for its turns, all together, in nanoseconds. */
  long lost() {
    return longest;
  }
}
