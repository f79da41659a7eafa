package org.ipctck.stage;

import java.util.concurrent.locks.LockSupport;

/** Watches the host itself: how slow it is, and when it stood still. */
public final class HostWatch implements AutoCloseable {
  /** A pause of the watch longer than this is a stall; 20 to 60 ms were seen on a busy host. */
  public static final long STALL_NANOS = 100_000_000;

  private static final long NAP_NANOS = 1_000_000;

  /** What {@link #work} takes on an idle core of 2.5 GHz with a cold compiler. */
  private static final long REFERENCE_NANOS = 12_000_000;

  private final Pauses pauses = new Pauses();
  private final Thread thread;
  private final double calibration;
  private volatile boolean closed;
  private volatile long lastSeen = System.nanoTime();

  private HostWatch(double calibration) {
    this.calibration = calibration;
    thread = Thread.ofPlatform().daemon().name("host-watch").unstarted(this::watch);
  }

  static HostWatch start(double factor) {
    HostWatch watch = new HostWatch(slowness() * Math.max(1.0, factor));
    watch.thread.start();
    return watch;
  }

  /** How much slower this host is than its best, at least 1; multiplied by the time factor. */
  public double calibration() {
    return calibration;
  }

  /** How often the host stalled since the start. */
  public int stalls() {
    return pauses.stalls();
  }

  /** The longest stall since the start, in nanoseconds. */
  public long longest() {
    return pauses.longest();
  }

  /** How long the host gave nobody a turn since a stamp, in nanoseconds. */
  public long lostSince(long stamp) {
    long now = System.nanoTime();
    long open = now - Math.max(lastSeen, stamp) - NAP_NANOS;
    return Math.max(open, pauses.lostSince(stamp));
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void watch() {
    Posix.wakeOnTime();
    while (!closed) {
      long before = System.nanoTime();
      LockSupport.parkNanos(NAP_NANOS);
      long after = System.nanoTime();
      lastSeen = after;
      // Pauses under 10 ms are scheduling as usual and not worth remembering.
      if (after - before > 10 * NAP_NANOS) {
        pauses.add(before, after);
      }
    }
  }

  /** How much slower than its best this host is just now, at least 1. */
  public static double slowness() {
    return Math.max(1.0, calibrate());
  }

  private static double calibrate() {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = System.nanoTime();
      if (work() == 0) {
        throw new IllegalStateException("the reference work came to nothing");
      }
      best = Math.min(best, System.nanoTime() - before);
    }
    return (double) best / REFERENCE_NANOS;
  }

  private static long work() {
    long word = 0x9E3779B97F4A7C15L;
    for (int i = 0; i < 2_000_000; i++) {
      word ^= word << 13;
      word ^= word >>> 7;
      word ^= word << 17;
    }
    return word;
  }
}
