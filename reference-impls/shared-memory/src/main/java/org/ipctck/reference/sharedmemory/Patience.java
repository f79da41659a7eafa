package org.ipctck.reference.sharedmemory;

import java.util.function.BooleanSupplier;

/** The short wait before a thread goes to sleep. */
final class Patience {
  /** Longer than most hand-overs between two processors, and than a futex takes. */
  private static final long SPIN_NANOS = 50_000;

  private static final int LOOKS = 16;

  private Patience() {}

  /**
   * Looks again for a while. Where both peers share a processor the other one has to run for
   * anything to happen: without the yield each hand-over costs the whole time.
   */
  @SuppressWarnings("ThreadPriorityCheck")
  static boolean spin(BooleanSupplier ready) {
    long start = System.nanoTime();
    do {
      for (int look = 0; look < LOOKS; look++) {
        if (ready.getAsBoolean()) {
          return true;
        }
        Thread.onSpinWait();
      }
      Thread.yield();
    } while (System.nanoTime() - start < SPIN_NANOS);
    return false;
  }
}
