package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;

/**
 * An accepted send overlaps in time with the receive that took its message. Pairs do not constrain
 * one another, so this is exact; what nobody received is matched with the receives of unknown
 * result by deadline.
 */
public final class Rendezvous implements Rule {
  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.CAPACITY, "rendezvous")) {
      return Finding.undecided("the profile promises no rendezvous");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    for (Delivery delivery : Delivery.all(sends)) {
      pairs(delivery, surest);
      unmet(delivery, new Vanishing(delivery, lives), surest);
    }
    return surest.finding();
  }

  private static void pairs(Delivery delivery, Surest surest) {
    Operations operations = delivery.operations;
    for (int message = 0; message < delivery.size(); message++) {
      int receive = delivery.receive(message);
      int send = delivery.send(message);
      if (receive >= 0
          && operations.outcome(send) == Outcome.ACCEPTED
          && operations.finish(send) < operations.begin(receive)) {
        long margin = Surest.margin(operations.finish(send), operations.begin(receive));
        surest.add(
            Observation.NO_RENDEZVOUS, margin, () -> buffered(delivery, send, receive, margin));
      }
    }
  }

  private static void unmet(Delivery delivery, Vanishing vanishing, Surest surest) {
    Operations operations = delivery.operations;
    long[] deadlines = new long[delivery.size()];
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      boolean demands =
          send >= 0
              && delivery.receive(message) < 0
              && vanishing.from(message) > operations.finish(send);
      deadlines[message] = demands ? operations.finish(send) : Operations.NEVER;
    }
    int[] order = Sorted.order(deadlines, deadlines.length);
    long[] hiding = Hidden.starts(delivery);
    for (int place = 0; place < order.length; place++) {
      long start = place < hiding.length ? hiding[place] : Operations.NEVER;
      int send = delivery.send(order[place]);
      if (start > deadlines[order[place]]) {
        long margin =
            start == Operations.NEVER ? start : Surest.margin(deadlines[order[place]], start);
        surest.add(
            Observation.LOST_BETWEEN_THE_LIVING, margin, () -> alone(delivery, send, margin));
      }
    }
  }

  private static Violation buffered(Delivery delivery, int send, int receive, long margin) {
    Words words = new Words(delivery.sends.history);
    return new Violation(
        Observation.NO_RENDEZVOUS,
        words.send("m1", send),
        "the receive that took m1 had begun by then",
        words.receive("m1", receive),
        words.ordered(List.of(send, receive)),
        List.of(),
        margin);
  }

  private static Violation alone(Delivery delivery, int send, long margin) {
    Words words = new Words(delivery.sends.history);
    return new Violation(
        Observation.LOST_BETWEEN_THE_LIVING,
        words.send("m1", send),
        "a receive that had begun by then took m1",
        "no receive did",
        words.ordered(List.of(send)),
        List.of(),
        margin);
  }
}
