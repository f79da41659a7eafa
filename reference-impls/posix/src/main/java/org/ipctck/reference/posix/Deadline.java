package org.ipctck.reference.posix;

import java.time.Duration;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Sent;

/** The moment at which waiting ends, or never. */
public record Deadline(long start, long nanos) {

  /** A time-out that starts now; one too long for nanoseconds never runs out. */
  public static Deadline in(Duration timeout) {
    boolean endless = timeout.getSeconds() >= Long.MAX_VALUE / 1_000_000_000L;
    return new Deadline(
        timeout.isZero() ? 0 : System.nanoTime(), endless ? Long.MAX_VALUE : timeout.toNanos());
  }

  /** Nanoseconds left; {@link Long#MAX_VALUE} for ever. */
  public long left() {
    return nanos == Long.MAX_VALUE || nanos <= 0 ? nanos : nanos - (System.nanoTime() - start);
  }

  /** What is said of a message for which there was no room until then. */
  public Sent noRoom() {
    return nanos <= 0
        ? Sent.refused(Reason.FULL, "no room now")
        : Sent.refused(Reason.TIMEOUT, "no room within nanos=" + nanos);
  }
}
