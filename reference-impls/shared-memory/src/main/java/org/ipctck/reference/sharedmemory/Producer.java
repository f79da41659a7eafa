package org.ipctck.reference.sharedmemory;

import java.nio.ByteBuffer;

/** What a sender does to a ring: claim, fill, commit, or give up. */
public class Producer {
  /** There is no room. */
  static final int FULL = 1;

  /** What is in the segment cannot have been written by ends of this transport. */
  static final int BROKEN = 2;

  private static final int DONE = 0;

  private final Segment segment;
  private final int slot;
  private final int epoch;

  /** Where the end of the ring was when somebody looked last; any message that was ever there. */
  private volatile long tail;

  /** Works for the holder of a slot. */
  protected Producer(Segment segment, int slot, int epoch) {
    this.segment = segment;
    this.slot = slot;
    this.epoch = epoch;
    this.tail = segment.head();
  }

  /** A place for a message: where it is, and its descriptor while it is being filled. */
  static final class Claim {
    long cursor;
    long word;
    long head;
    int verdict;

    boolean isDone() {
      return verdict == DONE;
    }
  }

  /** Claims the next message, or says why not. */
  Claim claim(int length) {
    Claim claim = new Claim();
    claim.cursor = tail;
    long restarted = -1;
    while (true) {
      long word = segment.word(claim.cursor);
      int lap = Word.lap(Cursor.number(claim.cursor), segment.layout().descriptors());
      if (Word.lap(word) == lap) {
        claim.cursor = Cursor.next(claim.cursor, Word.length(word));
        continue;
      }
      long head = segment.head();
      boolean lost = Word.lap(word) != Word.before(lap) || Cursor.isBefore(claim.cursor, head);
      if (lost && head == restarted) {
        claim.verdict = BROKEN;
        return claim;
      }
      if (lost) {
        restarted = head;
        claim.cursor = head;
      } else if (!fits(head, claim.cursor, length)) {
        claim.verdict = FULL;
        claim.head = head;
        tail = claim.cursor;
        return claim;
      } else {
        claim.word = Word.claimed(slot, epoch, length, lap);
        if (segment.change(claim.cursor, word, claim.word)) {
          tail = Cursor.next(claim.cursor, length);
          return claim;
        }
      }
    }
  }

  private boolean fits(long head, long cursor, int length) {
    Layout layout = segment.layout();
    return Cursor.messages(head, cursor) < layout.descriptors()
        && Cursor.cells(head, cursor) + Layout.cells(length) <= layout.cells();
  }

  /** Copies a part of a message into its place. */
  protected void fill(long cursor, ByteBuffer message, int from, int length) {
    segment.copyIn(cursor, message, from, length);
  }

  /** Lets the receiver have it; false when it was declared dead meanwhile. */
  boolean commit(Claim claim) {
    return segment.change(claim.cursor, claim.word, Word.with(claim.word, Word.COMMITTED));
  }

  /** Gives up what was claimed. */
  void abandon(Claim claim) {
    segment.change(claim.cursor, claim.word, Word.with(claim.word, Word.SKIPPED));
  }

  /** Takes back what was committed; false when the receiver has it. */
  boolean takeBack(Claim claim) {
    long committed = Word.with(claim.word, Word.COMMITTED);
    return segment.change(claim.cursor, committed, Word.with(claim.word, Word.SKIPPED));
  }
}
