package org.ipctck.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** When the watch of the host got no turn, in stamps of {@link System#nanoTime}. */
final class Pauses {
  private static final int REMEMBERED = 4096;

  private record Pause(long from, long to) {
    long length() {
      return to - from;
    }
  }

  private final Deque<Pause> pauses = new ArrayDeque<>();
  private int stalls;
  private long longest;

  synchronized void add(long from, long to) {
    Pause pause = new Pause(from, to);
    pauses.addLast(pause);
    if (pauses.size() > REMEMBERED) {
      pauses.removeFirst();
    }
    if (pause.length() > HostWatch.STALL_NANOS) {
      stalls++;
      longest = Math.max(longest, pause.length());
    }
  }

  /** How many were stalls. */
  synchronized int stalls() {
    return stalls;
  }

  /** The longest stall, in nanoseconds. */
  synchronized long longest() {
    return longest;
  }

  /**
   * What the pauses that overlap with the time since a stamp took: the longest, or all stalls
   * together. A host that is busy with itself gives a turn now and then, and who needs ten of them
   * waits for ten stalls.
   */
  synchronized long lostSince(long stamp) {
    long most = 0;
    long sum = 0;
    for (Iterator<Pause> late = pauses.descendingIterator(); late.hasNext(); ) {
      Pause pause = late.next();
      if (pause.to < stamp) {
        break;
      }
      most = Math.max(most, pause.length());
      sum += pause.length() > HostWatch.STALL_NANOS ? pause.length() : 0;
    }
    return Math.max(most, sum);
  }
}
