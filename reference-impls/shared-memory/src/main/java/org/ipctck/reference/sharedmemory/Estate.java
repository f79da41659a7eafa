package org.ipctck.reference.sharedmemory;

import java.util.ArrayList;
import java.util.List;

/**
 * What a receiver that died has left in its ring: the messages that were accepted and never taken.
 *
 * <p>The ring is sealed first. A sender that commits afterwards sees the seal and takes its message
 * back, unless it was kept before: keeping changes the descriptor, so that one of both fails. What
 * is kept stays where it is, and whoever takes over finds it again should this heir die as well.
 */
final class Estate {
  private static final int KEPT = 0;

  private final Segment segment;
  private final List<byte[]> messages = new ArrayList<>();
  private int cells;

  private Estate(Segment segment) {
    this.segment = segment;
  }

  /** Seals a ring that was locked, and keeps what was accepted there. */
  static Estate of(Ring stale) {
    Estate estate = new Estate(stale.segment());
    if (stale.segment().get(Layout.RECEIVER_STATE) != Ring.OVER) {
      stale.become(Ring.SEALED);
      estate.collect();
      stale.sendersGate().shake();
    }
    return estate;
  }

  private void collect() {
    Layout layout = segment.layout();
    long cursor = segment.head();
    for (int seen = 0; seen < layout.descriptors(); seen++) {
      long word = segment.word(cursor);
      boolean sane = Word.length(word) <= layout.largest();
      if (Word.lap(word) != Word.lap(Cursor.number(cursor), layout.descriptors()) || !sane) {
        return;
      }
      if (Word.state(word) == Word.COMMITTED
          && segment.change(cursor, word, Word.ownedBy(word, KEPT))) {
        messages.add(segment.copyOut(cursor, Word.length(word)));
        cells += Layout.cells(Word.length(word));
      }
      cursor = Cursor.next(cursor, Word.length(word));
    }
  }

  /** How much room the messages need. */
  int cells() {
    return cells;
  }

  /** Puts the messages into a ring that has no name yet. */
  void handTo(Ring fresh) {
    Producer producer = new Producer(fresh.segment(), KEPT, 0);
    for (byte[] message : messages) {
      Producer.Claim claim = producer.claim(message.length);
      producer.fill(claim.cursor, java.nio.ByteBuffer.wrap(message), 0, message.length);
      producer.commit(claim);
    }
  }

  /** Whether messages are left in a ring that nobody uses any more. */
  static boolean isLeftIn(Ring ring) {
    return ring.segment().get(Layout.RECEIVER_STATE) == Ring.ATTACHED
        && new Consumer(ring.segment(), ring.slots()).isReady();
  }
}
