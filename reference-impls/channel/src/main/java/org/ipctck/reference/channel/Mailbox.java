package org.ipctck.reference.channel;

import java.util.ArrayDeque;

/** The mailbox of an actor: a full one drops its oldest item, counts it, and tells its reader. */
public class Mailbox<T> extends TaskChannel<T> {
  private long dropped;
  private long untold;

  /** A mailbox for so many items, at least one. */
  public Mailbox(int capacity) {
    super(Math.max(1, capacity));
  }

  /** The oldest item stands at the head, so that is the place where the reader is told. */
  @Override
  protected boolean makeRoom(ArrayDeque<T> items) {
    items.remove();
    dropped++;
    untold++;
    return true;
  }

  @Override
  protected long takeLost() {
    long lost = untold;
    untold = 0;
    return lost;
  }

  @Override
  protected long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }
}
