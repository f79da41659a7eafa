package org.ipctck.reference.sharedmemory;

/**
 * Where threads of several processes sleep until somebody changed something.
 *
 * <p>A sleeper makes the word odd, looks once more, and sleeps while the word is what he saw. Who
 * changed something looks at the word afterwards and, when it is odd, makes it the next even number
 * and wakes everybody. Only wakers make it even, so a sleeper whose time is over disarms nobody;
 * and no value comes back, so that one who arms it anew puts nobody to sleep who was just woken. A
 * waker may be killed between his change and the wake: every sleep is bounded.
 */
public class Gate {
  private static final long SLICE_NANOS = 25_000_000;

  private final Segment segment;
  private final long offset;

  Gate(Segment segment, long offset) {
    this.segment = segment;
    this.offset = offset;
  }

  /** Says that somebody is about to sleep; what he sleeps for has to be looked at afterwards. */
  public int arm() {
    while (true) {
      int seen = segment.get(offset);
      if ((seen & 1) != 0) {
        return seen;
      }
      if (segment.change(offset, seen, seen | 1)) {
        return seen | 1;
      }
    }
  }

  /** Sleeps a while, unless somebody was woken since. */
  public void sleep(int armed, long nanos) {
    Futex.await(segment.address(offset), armed, Math.min(nanos, SLICE_NANOS));
  }

  /** Whether nobody was woken since it was armed. */
  public boolean isStill(int armed) {
    return segment.get(offset) == armed;
  }

  /** Wakes everybody, if anybody sleeps. */
  public void wake() {
    int seen = segment.get(offset);
    if ((seen & 1) != 0 && segment.change(offset, seen, seen + 1)) {
      Futex.wakeAll(segment.address(offset));
    }
  }

  /** Wakes everybody, also those who are only about to sleep. */
  void shake() {
    int seen;
    do {
      seen = segment.get(offset);
    } while (!segment.change(offset, seen, (seen | 1) + 1));
    Futex.wakeAll(segment.address(offset));
  }
}
