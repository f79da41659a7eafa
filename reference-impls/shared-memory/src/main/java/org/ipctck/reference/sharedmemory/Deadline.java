package org.ipctck.reference.sharedmemory;

import java.time.Duration;

/** The moment at which waiting ends, or never. */
record Deadline(long start, long nanos) {

  /** A time-out that starts now; one too long for nanoseconds never runs out. */
  static Deadline in(Duration timeout) {
    boolean endless = timeout.getSeconds() >= Long.MAX_VALUE / 1_000_000_000L;
    return new Deadline(
        timeout.isZero() ? 0 : System.nanoTime(), endless ? Long.MAX_VALUE : timeout.toNanos());
  }

  /** Nanoseconds left; {@link Long#MAX_VALUE} for ever. */
  long left() {
    return nanos == Long.MAX_VALUE || nanos <= 0 ? nanos : nanos - (System.nanoTime() - start);
  }
}
