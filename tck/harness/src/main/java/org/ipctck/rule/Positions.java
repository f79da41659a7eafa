package org.ipctck.rule;

import org.ipctck.history.Content;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;

/**
 * Finds out which messages were received that are too short for an id: those of one sender to one
 * receiver, by their place between the others, their length and, where it is known, their bytes.
 */
final class Positions {
  /** The bytes of an id: shorter messages carry none. */
  static final int ID_BYTES = 8;

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private final Delivery delivery;
  private final Operations operations;

  Positions(Delivery delivery) {
    this.delivery = delivery;
    this.operations = delivery.operations;
  }

  /** Whether the short messages of a channel can be told apart at all. */
  static boolean apply(Delivery delivery) {
    var profile = delivery.sends.history.profile();
    // Where messages may be dropped, a place tells nothing.
    boolean keeps = profile.is(Promise.OVERFLOW, "block") || profile.is(Promise.OVERFLOW, "refuse");
    return keeps
        && delivery.senders().size() == 1
        && delivery.receivers.size() == 1
        && hidesNothingBefore(delivery);
  }

  /** Whether no receive of unknown result may have taken one of those that were counted. */
  private static boolean hidesNothingBefore(Delivery delivery) {
    if (delivery.shorts.isEmpty() || delivery.hiding.isEmpty()) {
      return true;
    }
    long last = delivery.operations.finish(delivery.shorts.get(delivery.shorts.size() - 1));
    for (int place = 0; place < delivery.hiding.size(); place++) {
      if (delivery.operations.begin(delivery.hiding.get(place)) < last) {
        return false;
      }
    }
    return true;
  }

  void match() {
    if (delivery.shorts.isEmpty()) {
      return;
    }
    boolean apply = apply(delivery);
    int next = 0;
    int receiver = delivery.receivers.getFirst();
    for (int row = apply ? delivery.shorts.get(0) : 0; apply && row < operations.size(); row++) {
      if (operations.end(row) == receiver
          && operations.kind(row) == Kind.RECEIVE
          && delivery.came(row, Outcome.MESSAGE)) {
        next = operations.content(row) == Content.SHORT ? place(row, next) : after(row, next);
      }
    }
    for (int place = 0; !apply && place < delivery.shorts.size(); place++) {
      delivery.hiding.add(delivery.shorts.get(place));
    }
  }

  private int after(int row, int next) {
    return Math.max(next, delivery.message(operations.message(row)) + 1);
  }

  /** Takes the next message that a receive fits, else gives it to the strays. */
  private int place(int row, int next) {
    for (int message = next; message < delivery.size(); message++) {
      if (fits(row, message) && delivery.receive(message) < 0) {
        delivery.take(message, row);
        return message + 1;
      }
    }
    delivery.strays.add(row);
    delivery.damage();
    return next;
  }

  /** Whether a short receive could be of this message, by its length and bytes. */
  boolean fits(int row, int message) {
    int send = delivery.send(message);
    return send >= 0
        && operations.bytes(send) == operations.bytes(row)
        && operations.outcome(send) != Outcome.REFUSED
        && operations.begin(send) <= operations.finish(row)
        && (operations.message(row) == MessageId.NONE
            || operations.message(row) == bytes(operations.message(send), operations.bytes(send)));
  }

  /** The bytes of a short message, the first lowest: the payload rule of the peer protocol. */
  static long bytes(long id, int length) {
    long word = id * GAMMA + length + GAMMA;
    word = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
    word = (word ^ (word >>> 27)) * 0x94D049BB133111EBL;
    return (word ^ (word >>> 31)) & ((1L << (8 * length)) - 1);
  }
}
