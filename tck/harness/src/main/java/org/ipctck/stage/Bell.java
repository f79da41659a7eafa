package org.ipctck.stage;

/** Rung whenever something happened that a try waits for. */
final class Bell {
  private long rings;
  private long heard;

  /** Something happened. */
  synchronized void ring() {
    rings++;
    notifyAll();
  }

  /** Waits until something happened since the last wait, or so long. */
  synchronized void await(long nanos) throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    while (rings == heard) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return;
      }
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
    heard = rings;
  }
}
