package org.ipctck.reference.sharedmemory;

import java.util.Optional;

/** What the receiver does to a ring: find, take, and clear up after the dead. */
public class Consumer {
  private final Segment segment;
  private final Slots slots;
  private long head;
  private boolean broken;

  /** Goes on where the ring's last receiver was. */
  protected Consumer(Segment segment, Slots slots) {
    this.segment = segment;
    this.slots = slots;
    this.head = segment.head();
  }

  /** Takes the first message that is complete, if there is one; it is copied before it is taken. */
  synchronized Optional<byte[]> take(Runnable copied) {
    long[] found = find();
    if (found.length == 0) {
      return Optional.empty();
    }
    long word = found[1];
    byte[] message = segment.copyOut(found[0], Word.length(word));
    copied.run();
    if (!segment.change(found[0], word, Word.with(word, Word.TAKEN))) {
      broken = true;
    }
    advance();
    return Optional.of(message);
  }

  /** Whether a message could be taken, or the ring is broken. */
  public synchronized boolean isReady() {
    return find().length > 0 || broken;
  }

  /** Whether something is written there that no end of this transport writes. */
  synchronized boolean isBroken() {
    return broken;
  }

  /**
   * The first complete message: its cursor and its descriptor.
   *
   * <p>A message behind unfinished ones may only be taken if those are still unfinished after it
   * was seen complete. Then none of their sends had returned before its own began, so that it may
   * come first; otherwise a send that returned could be overtaken by one that began later.
   */
  private long[] find() {
    long[] found = scan();
    while (found.length > 2) {
      long[] again = scan();
      if (again.length > 0 && again[0] == found[0]) {
        return again;
      }
      found = again;
    }
    return found;
  }

  /** The first complete message; of three numbers when it lies behind unfinished ones. */
  private long[] scan() {
    boolean unfinished = false;
    long cursor = head;
    for (int seen = 0; seen <= segment.layout().descriptors(); seen++) {
      long word = segment.word(cursor);
      if (!isOfLap(cursor, word)) {
        return new long[0];
      }
      if (Word.state(word) == Word.COMMITTED) {
        return unfinished ? new long[] {cursor, word, 1} : new long[] {cursor, word};
      }
      if (Word.state(word) == Word.CLAIMED) {
        if (!mayPass(word)) {
          return new long[0];
        }
        unfinished = true;
      }
      cursor = Cursor.next(cursor, Word.length(word));
    }
    return new long[0];
  }

  /** Whether what lies behind this unfinished message may come before it. */
  protected boolean mayPass(long word) {
    return true;
  }

  /** Whether a descriptor is of the lap in which its message is, and not of the one before. */
  private boolean isOfLap(long cursor, long word) {
    int lap = Word.lap(Cursor.number(cursor), segment.layout().descriptors());
    boolean of = Word.lap(word) == lap;
    broken |= of && Word.length(word) > segment.layout().largest();
    broken |= !of && Word.lap(word) != Word.before(lap);
    return of && !broken;
  }

  /** Gives up what the dead were at work on; whether there was any. */
  synchronized boolean recover() {
    boolean any = false;
    long cursor = head;
    for (int seen = 0; seen <= segment.layout().descriptors(); seen++) {
      long word = segment.word(cursor);
      if (!isOfLap(cursor, word)) {
        break;
      }
      if (Word.state(word) == Word.CLAIMED && isGone(word)) {
        any |= segment.change(cursor, word, Word.with(word, Word.SKIPPED));
      }
      cursor = Cursor.next(cursor, Word.length(word));
    }
    return advance() || any;
  }

  /** Whether the sender that claimed a message is dead. */
  protected boolean isGone(long word) {
    return slots.isGone(Word.slot(word), Word.epoch(word));
  }

  /** Gives back the room of what is done with at the front; whether there was any. */
  private boolean advance() {
    long cursor = head;
    for (int seen = 0; seen <= segment.layout().descriptors(); seen++) {
      long word = segment.word(cursor);
      int state = Word.state(word);
      if (!isOfLap(cursor, word) || state == Word.CLAIMED || state == Word.COMMITTED) {
        break;
      }
      cursor = Cursor.next(cursor, Word.length(word));
    }
    if (cursor == head) {
      return false;
    }
    head = cursor;
    segment.head(head);
    return true;
  }
}
