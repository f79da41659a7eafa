package org.ipctck.reference.channel;

import org.jspecify.annotations.Nullable;

/** One send or receive that an operation would do, on one channel. */
final class Case<T> {
  final TaskChannel<T> channel;
  final boolean sending;
  final int index;
  private final Attempt attempt;

  /** What is sent, or what was received; written before the attempt is settled, read after. */
  private @Nullable T item;

  private long lost;

  Case(TaskChannel<T> channel, boolean sending, @Nullable T item, int index, Attempt attempt) {
    this.channel = channel;
    this.sending = sending;
    this.item = item;
    this.index = index;
    this.attempt = attempt;
  }

  /** Tells the operation how it came out; false when it was settled before. */
  boolean settle(Outcome outcome) {
    return attempt.settle(index, outcome);
  }

  /** Hands an item to a receiver; only under the lock of the channel. */
  boolean hand(T handed) {
    item = handed;
    return settle(Outcome.DONE);
  }

  /** Tells a receiver how many items were dropped; only under the lock of the channel. */
  boolean tellLost(long items) {
    lost = items;
    return settle(Outcome.LOST);
  }

  /** What is sent or was received. */
  T item() {
    T present = item;
    if (present == null) {
      throw new IllegalStateException("a case has an item only when it sends or came out as DONE");
    }
    return present;
  }

  /** How many items were dropped. */
  long lost() {
    return lost;
  }

  /** Whether it can be settled at once; if so it is. Under the lock of the channel. */
  boolean tryNow() {
    return sending ? channel.trySend(this) : channel.tryReceive(this);
  }
}
