package org.ipctck.reference.channel;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A first-in first-out channel between tasks of one runtime, with the semantics of Go: a buffer of
 * {@code capacity} items, or with capacity 0 a rendezvous.
 *
 * <p>The invariant of the Go runtime's channels: senders wait only while the buffer is full and no
 * receiver waits, receivers wait only while the buffer is empty and no sender waits. An operation
 * that finds a waiting partner settles it directly, so a wake-up is never lost, and who waits
 * longest is served first. Everything here is done under {@link #lock}.
 */
public class TaskChannel<T> {
  private static final AtomicLong MADE = new AtomicLong();

  /** The order in which a {@link Select} takes the locks of several channels. */
  final long number = MADE.incrementAndGet();

  final ReentrantLock lock = new ReentrantLock();
  private final int capacity;
  private final ArrayDeque<T> buffer = new ArrayDeque<>();
  private final ArrayDeque<Case<T>> waitingSenders = new ArrayDeque<>();
  private final ArrayDeque<Case<T>> waitingReceivers = new ArrayDeque<>();
  private int senders;
  private int receivers;
  private boolean hadSender;
  private boolean hadReceiver;
  private boolean ended;

  /** A channel that buffers so many items; 0 for a rendezvous. */
  public TaskChannel(int capacity) {
    this.capacity = capacity;
  }

  /** How many items it buffers. */
  public final int capacity() {
    return capacity;
  }

  /** Registers a sender; false when the end was already received, for that is for ever. */
  final boolean joinAsSender() {
    lock.lock();
    try {
      if (ended) {
        return false;
      }
      senders++;
      hadSender = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Registers a receiver. */
  final void joinAsReceiver() {
    lock.lock();
    try {
      receivers++;
      hadReceiver = true;
    } finally {
      lock.unlock();
    }
  }

  /** Registers a receiver unless there is one; false then. */
  final boolean joinAsOnlyReceiver() {
    lock.lock();
    try {
      if (receivers > 0) {
        return false;
      }
      joinAsReceiver();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A sender closed; the last one ends the channel once it is drained. */
  final void leaveAsSender() {
    lock.lock();
    try {
      senders--;
      if (senders == 0) {
        onLastSenderClosed();
      }
    } finally {
      lock.unlock();
    }
  }

  /** A receiver closed; the last one releases the senders that wait. */
  final void leaveAsReceiver() {
    lock.lock();
    try {
      receivers--;
      if (receivers == 0) {
        waitingSenders.forEach(waiting -> waiting.settle(Outcome.GONE));
        waitingSenders.clear();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Releases the receivers that wait: the buffer is empty, or they would not wait. */
  protected void onLastSenderClosed() {
    for (Case<T> waiting; (waiting = waitingReceivers.poll()) != null; ) {
      ended |= waiting.settle(Outcome.ENDED);
    }
  }

  /** Whether nobody holds an end and nobody can come to fetch what was accepted. */
  final boolean abandoned() {
    lock.lock();
    try {
      return senders == 0 && receivers == 0 && (hadReceiver || buffer.isEmpty());
    } finally {
      lock.unlock();
    }
  }

  /** Items accepted and not yet received. */
  final int pending() {
    lock.lock();
    try {
      return buffer.size();
    } finally {
      lock.unlock();
    }
  }

  final boolean trySend(Case<T> sending) {
    if (receivers == 0 && hadReceiver) {
      return sending.settle(Outcome.GONE);
    }
    for (Case<T> waiting; (waiting = waitingReceivers.poll()) != null; ) {
      if (waiting.hand(sending.item())) {
        return sending.settle(Outcome.DONE);
      }
    }
    if (buffer.size() < capacity || makeRoom(buffer)) {
      accept(buffer, sending.item());
      return sending.settle(Outcome.DONE);
    }
    return false;
  }

  final boolean tryReceive(Case<T> receiving) {
    long lost = takeLost();
    if (lost > 0) {
      return receiving.tellLost(lost);
    }
    @Nullable T next = next(buffer);
    if (next != null) {
      refill();
      return receiving.hand(next);
    }
    for (Case<T> waiting; (waiting = waitingSenders.poll()) != null; ) {
      if (waiting.settle(Outcome.DONE)) {
        return receiving.hand(waiting.item());
      }
    }
    if (senders == 0 && hadSender) {
      ended = true;
      return receiving.settle(Outcome.ENDED);
    }
    return false;
  }

  /** The sender that waits longest gets the room that has become free. */
  private void refill() {
    while (buffer.size() < capacity) {
      Case<T> waiting = waitingSenders.poll();
      if (waiting == null) {
        return;
      }
      if (waiting.settle(Outcome.DONE)) {
        accept(buffer, waiting.item());
      }
    }
  }

  final void enqueue(Case<T> waiting) {
    (waiting.sending ? waitingSenders : waitingReceivers).add(waiting);
  }

  final void forget(Case<T> waiting) {
    (waiting.sending ? waitingSenders : waitingReceivers).remove(waiting);
  }

  /** Puts an accepted item at its place in the order. */
  protected void accept(ArrayDeque<T> items, T item) {
    items.add(item);
  }

  /** Takes the next item out of the buffer, if there is one. */
  protected @Nullable T next(ArrayDeque<T> items) {
    return items.poll();
  }

  /** Makes room in a full buffer instead of letting the sender wait, if that is the policy. */
  protected boolean makeRoom(ArrayDeque<T> items) {
    return false;
  }

  /** How many items were dropped in front of the next one since this was last asked. */
  protected long takeLost() {
    return 0;
  }

  /** How many items were dropped since the channel was made. */
  protected long dropped() {
    return 0;
  }
}
