package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.Content;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/**
 * Every received message is one that was sent: on this channel, not refused, not before it was
 * sent, as often as promised, and as it was.
 */
public final class Matching implements Rule {
  @Override
  public Finding judge(History history) {
    Sends sends = new Sends(history);
    Surest surest = new Surest();
    Lives lives = new Lives(sends);
    for (Delivery delivery : Delivery.all(sends)) {
      Damage damage = new Damage(delivery, lives, surest);
      matched(delivery, damage, surest);
      if (history.profile().is(Promise.DELIVERY, "at-most-once")) {
        repeated(delivery, damage, surest);
      }
      for (int place = 0; place < delivery.strays.size(); place++) {
        damage.stray(delivery.strays.get(place));
      }
    }
    return surest.finding();
  }

  private static void matched(Delivery delivery, Damage damage, Surest surest) {
    Operations operations = delivery.operations;
    for (int message = 0; message < delivery.size(); message++) {
      int receive = delivery.receive(message);
      if (receive < 0) {
        continue;
      }
      int send = delivery.send(message);
      if (operations.content(receive) == Content.CORRUPT
          || operations.content(receive) == Content.EARLIER
          || operations.bytes(receive) != operations.bytes(send)) {
        damage.of(send, receive);
      } else if (operations.outcome(send) == Outcome.REFUSED) {
        surest.add(Observation.GHOST, Long.MAX_VALUE, () -> ghost(delivery, send, receive));
      } else if (operations.finish(receive) < operations.begin(send)) {
        long margin = Surest.margin(operations.finish(receive), operations.begin(send));
        surest.add(Observation.INVENTED, margin, () -> early(delivery, send, receive, margin));
      }
    }
  }

  private static void repeated(Delivery delivery, Damage damage, Surest surest) {
    for (int place = 0; place < delivery.again.size(); place++) {
      int again = delivery.again.get(place);
      int message = delivery.message(delivery.operations.message(again));
      if (delivery.operations.content(again) == Content.WHOLE) {
        surest.add(Observation.DUPLICATE, Long.MAX_VALUE, () -> twice(delivery, message, again));
      } else if (delivery.operations.content(again) == Content.EARLIER) {
        damage.of(delivery.send(message), again);
      }
    }
  }

  private static Violation twice(Delivery delivery, int message, int again) {
    Words words = new Words(delivery.sends.history);
    int send = delivery.send(message);
    int first = delivery.receive(message);
    return new Violation(
        Observation.DUPLICATE,
        words.send("m1", send),
        words.receive("m1", first) + " and nobody may receive it again",
        words.receive("m1", again) + " once more",
        words.ordered(List.of(send, first, again)),
        List.of(),
        Long.MAX_VALUE);
  }

  private static Violation ghost(Delivery delivery, int send, int receive) {
    Words words = new Words(delivery.sends.history);
    Reason reason = delivery.operations.reason(send);
    Observation observation =
        switch (reason) {
          case TOO_LARGE -> Observation.OVERSIZE_NOT_REFUSED;
          case CLOSED -> Observation.WORKS_AFTER_CLOSE;
          default -> Observation.GHOST;
        };
    return new Violation(
        observation,
        words.send("m1", send),
        "no receiver may ever see m1",
        words.receive("m1", receive),
        words.ordered(List.of(send, receive)),
        List.of(),
        Long.MAX_VALUE);
  }

  private static Violation early(Delivery delivery, int send, int receive, long margin) {
    Words words = new Words(delivery.sends.history);
    return new Violation(
        Observation.INVENTED,
        words.send("m1", send),
        "nobody can receive m1 before its send began, at "
            + words.ms(delivery.operations.begin(send)),
        words.receive("m1", receive),
        words.ordered(List.of(receive, send)),
        List.of(),
        margin);
  }
}
