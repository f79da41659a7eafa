package org.ipctck.reference.sharedmemory;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The door of an end: who is inside keeps its segment mapped, closing shakes whoever sleeps inside,
 * and the rest of closing waits until the last one has left.
 */
final class Door {
  private static final int CLOSING = Integer.MIN_VALUE;

  private final AtomicInteger inside = new AtomicInteger();
  private boolean closed;

  /** Enters; false when it is closing. */
  boolean enter() {
    if (inside.incrementAndGet() > 0) {
      return true;
    }
    leave();
    return false;
  }

  void leave() {
    if (inside.decrementAndGet() == CLOSING) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  boolean isClosing() {
    return inside.get() < 0;
  }

  /** Wakes who is inside, waits until they have left, and runs the rest once. */
  void close(Runnable shake, Runnable rest) {
    boolean first = (inside.getAndUpdate(count -> count | CLOSING) & CLOSING) == 0;
    if (first) {
      shake.run();
    }
    awaitThat(() -> first ? inside.get() == CLOSING : closed);
    if (first) {
      rest.run();
      synchronized (this) {
        closed = true;
        notifyAll();
      }
    }
  }

  private synchronized void awaitThat(java.util.function.BooleanSupplier condition) {
    boolean interrupted = false;
    while (!condition.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
