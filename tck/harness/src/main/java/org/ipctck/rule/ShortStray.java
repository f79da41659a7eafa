package org.ipctck.rule;

import java.util.List;
import java.util.Optional;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;

/** A received message too short for an id that fits no message still to come. */
final class ShortStray {
  private final Delivery delivery;
  private final Operations operations;
  private final int receive;
  private final int twin;

  ShortStray(Delivery delivery, int receive) {
    this.delivery = delivery;
    this.operations = delivery.operations;
    this.receive = receive;
    this.twin = find();
  }

  /** The message whose length and bytes it has, received ones first. */
  private int find() {
    int refused = -1;
    for (int message = 0; message < delivery.size(); message++) {
      if (same(message)) {
        if (delivery.receive(message) >= 0) {
          return message;
        }
        boolean ghost = operations.outcome(delivery.send(message)) == Outcome.REFUSED;
        refused = ghost ? message : refused;
      }
    }
    return refused;
  }

  private boolean same(int message) {
    int send = delivery.send(message);
    return send >= 0
        && operations.bytes(send) == operations.bytes(receive)
        && (operations.message(receive) == MessageId.NONE
            || operations.message(receive)
                == Positions.bytes(operations.message(send), operations.bytes(send)));
  }

  /** Whether it may be a message that comes once more, as it is allowed to. */
  boolean excused() {
    return twin >= 0
        && delivery.receive(twin) >= 0
        && !delivery.sends.history.profile().is(Promise.DELIVERY, "at-most-once");
  }

  /** What is wrong when it is one of the messages that were sent. */
  Optional<Violation> twin() {
    if (twin < 0) {
      return Optional.empty();
    }
    Words words = new Words(delivery.sends.history);
    int send = delivery.send(twin);
    int first = delivery.receive(twin);
    return Optional.of(
        new Violation(
            first >= 0 ? Observation.DUPLICATE : Observation.GHOST,
            words.send("m1", send),
            first >= 0
                ? words.receive("m1", first) + " and nobody may receive it again"
                : "no receiver may ever see m1",
            words.receive("m1", receive) + (first >= 0 ? " once more" : ""),
            first >= 0 ? List.of(send, first, receive) : List.of(send, receive),
            List.of(),
            Long.MAX_VALUE));
  }
}
