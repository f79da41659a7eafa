package org.ipctck.reference.sharedmemory;

import org.ipctck.reference.posix.Posix;
import org.ipctck.spi.TransportException;

/**
 * What an end has of a ring.
 *
 * @param fd a file description of its own, which holds its locks
 */
public record Ring(int fd, Segment segment, Locks locks, Slots slots) {
  /** Values of the receiver's word: somebody receives, or did until he died. */
  static final int ATTACHED = 1;

  /** The receiver has closed, or has seen the end, or what is in the ring is no ring any more. */
  static final int OVER = 2;

  /** A successor of a dead receiver has taken what was there into a ring of its own. */
  static final int SEALED = 3;

  /** Maps a file of this layout. */
  static Ring of(int fd, Layout layout) throws TransportException {
    Segment segment = new Segment(fd, layout);
    Locks locks = new Locks(fd);
    return new Ring(fd, segment, locks, new Slots(segment, locks));
  }

  /** Whether somebody receives, or did until he died. */
  public boolean isOpen() {
    return segment.get(Layout.RECEIVER_STATE) == ATTACHED;
  }

  void become(int state) {
    segment.set(Layout.RECEIVER_STATE, state);
  }

  boolean hasReceiver() {
    return locks.heldByAnother(0, 1) == 1;
  }

  /** Where the receiver sleeps. */
  public Gate receiverGate() {
    return new Gate(segment, Layout.RECEIVER_GATE);
  }

  Gate sendersGate() {
    return new Gate(segment, Layout.SENDERS_GATE);
  }

  /** Does what only those need who can still see it: a file may be made shorter by anybody. */
  static void whereItIs(Runnable change) {
    try {
      change.run();
    } catch (InternalError lostPage) {
      // The page is gone, and with it whoever could have read there.
    }
  }

  /** Unmaps the file and lets go of the locks. */
  void close() {
    segment.close();
    Posix.close(fd);
  }
}
