package org.ipctck.reference.sharedmemory;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ipctck.reference.posix.Departure;

/** The table of senders. What is written in it is trusted only together with the locks. */
public class Slots {
  private static final int FREE = 0;
  private static final int ATTACHED = 1;
  private static final int CLOSED = 2;
  private static final int STATE = 4;
  private static final int LOST = 8;

  private final Segment segment;
  private final Locks locks;
  private final int count;

  Slots(Segment segment, Locks locks) {
    this.segment = segment;
    this.locks = locks;
    this.count = segment.layout().slots();
  }

  /** Locks a slot that no living sender has. */
  OptionalInt take() {
    return IntStream.rangeClosed(1, count).filter(slot -> locks.take(slot, 1)).findFirst();
  }

  void giveBack(int slot) {
    locks.giveBack(slot, 1);
  }

  /** Whether each slot is taken by a living sender, rather than by a lock of an instant. */
  boolean full() {
    return IntStream.rangeClosed(1, count).allMatch(slot -> locks.heldByAnother(slot, 1) == 1);
  }

  /** Attaches to a slot that was locked; returns its epoch, one more than any before. */
  int attach(int slot) {
    long at = Layout.slot(slot);
    if (segment.get(at + STATE) == ATTACHED) {
      segment.set(at + LOST, 1);
    }
    int epoch = segment.get(at) + 1;
    segment.set(at, epoch);
    segment.set(at + STATE, ATTACHED);
    return epoch;
  }

  /** Says that the holder of a slot leaves in good order. */
  void leave(int slot) {
    segment.set(Layout.slot(slot) + STATE, CLOSED);
    giveBack(slot);
  }

  /** Whether the one that wrote this slot and epoch into a claim is dead, not merely stopped. */
  public boolean isGone(int slot, int epoch) {
    // The lock is taken before the epoch changes: in between, the answer is that he lives.
    return slot < 1
        || slot > count
        || locks.heldByAnother(slot, 1) == 0
        || (segment.get(Layout.slot(slot)) & 0xffff) != epoch;
  }

  /** Whether any sender is alive. */
  boolean anybody() {
    return locks.heldByAnother(1, count) > 0;
  }

  /** Takes the places of all senders, so that none can come; false while one is there. */
  boolean bar() {
    return locks.take(1, count);
  }

  void unbar() {
    locks.giveBack(1, count);
  }

  /** How the senders went, once none of them is left. */
  public Departure departure() {
    boolean came = false;
    boolean lost = false;
    for (int slot = 1; slot <= count; slot++) {
      int state = segment.get(Layout.slot(slot) + STATE);
      came |= state != FREE;
      lost |= state == ATTACHED || segment.get(Layout.slot(slot) + LOST) != 0;
    }
    if (!came) {
      return Departure.NEVER_CAME;
    }
    return lost ? Departure.LOST : Departure.CLOSED;
  }
}
