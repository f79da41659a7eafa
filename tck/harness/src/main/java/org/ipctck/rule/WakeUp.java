package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/** Among the living, room wakes the sender that waits for it, and a message the receiver. */
public final class WakeUp implements Rule {
  @Override
  public Finding judge(History history) {
    if (!history.faults().isEmpty()) {
      return Finding.undecided("only the living have to be woken");
    }
    Surest surest = new Surest();
    Delivery.all(new Sends(history))
        .forEach(delivery -> new Channel(history, delivery).judge(surest));
    return surest.finding();
  }

  /** One channel, and how long what must happen may take. */
  private static final class Channel {
    private final History history;
    private final Delivery delivery;
    private final Operations operations;
    private final long must;

    Channel(History history, Delivery delivery) {
      this.history = history;
      this.delivery = delivery;
      this.operations = delivery.operations;
      this.must = (long) (NoEnd.MUST_NANOS * history.calibration()) + 2 * history.stalls();
    }

    void judge(Surest surest) {
      for (int place = 0; place < delivery.others.size(); place++) {
        int row = delivery.others.get(place);
        if (operations.outcome(row) == Outcome.NOTHING
            && operations.finish(row) - operations.begin(row) > must) {
          receiver(row, surest);
        }
      }
      for (int message = 0; message < delivery.size(); message++) {
        int send = delivery.send(message);
        if (send >= 0 && operations.finish(send) - operations.begin(send) > must && tired(send)) {
          sender(send, surest);
        }
      }
    }

    /** A message accepted long before a receive gave up, and received after it. */
    private void receiver(int row, Surest surest) {
      for (int message = 0; message < delivery.size(); message++) {
        int send = delivery.send(message);
        int receive = delivery.receive(message);
        if (send >= 0
            && receive >= 0
            && operations.outcome(send) == Outcome.ACCEPTED
            && operations.begin(receive) >= operations.finish(row)
            && operations.finish(row) - from(row, send) > must) {
          surest.add(
              Observation.RECEIVER_NOT_WOKEN, Long.MAX_VALUE, () -> asleep(row, send, receive));
          return;
        }
      }
    }

    private long from(int row, int send) {
      return Math.max(operations.begin(row), operations.finish(send));
    }

    private boolean tired(int send) {
      return operations.reason(send) == Reason.TIMEOUT
          || operations.outcome(send) == Outcome.ACCEPTED;
    }

    /** A send that waited while nothing was in the channel and somebody received. */
    private void sender(int send, Surest surest) {
      for (int place = 0; place < delivery.others.size(); place++) {
        int row = delivery.others.get(place);
        long from = Math.max(operations.begin(send), operations.begin(row));
        long until = Math.min(operations.finish(send), operations.finish(row));
        if (operations.outcome(row) == Outcome.NOTHING
            && until - from > must
            && empty(send, from, until)) {
          surest.add(Observation.SENDER_NOT_WOKEN, Long.MAX_VALUE, () -> stuck(send, row));
          return;
        }
      }
    }

    private boolean empty(int waiting, long from, long until) {
      for (int message = 0; message < delivery.size(); message++) {
        int send = delivery.send(message);
        int receive = delivery.receive(message);
        boolean inside =
            send >= 0
                && send != waiting
                && operations.begin(send) < until
                && operations.outcome(send) != Outcome.REFUSED
                && (receive < 0 || operations.finish(receive) > from);
        if (inside) {
          return false;
        }
      }
      return true;
    }

    private Violation asleep(int row, int send, int receive) {
      Words words = new Words(history);
      return new Violation(
          Observation.RECEIVER_NOT_WOKEN,
          words.send("m1", send),
          "a receiver that waits gets m1",
          "%s waited %s and got nothing, and only then %s"
              .formatted(words.end(row), words.span(row), words.receive("m1", receive)),
          words.ordered(List.of(send, row, receive)),
          List.of(),
          Long.MAX_VALUE);
    }

    private Violation stuck(int send, int row) {
      Words words = new Words(history);
      return new Violation(
          Observation.SENDER_NOT_WOKEN,
          words.send("m1", send) + ", its send begun at " + words.ms(operations.begin(send)),
          "it goes on when there is room",
          "it waited although the channel was empty and %s waited there %s"
              .formatted(words.end(row), words.span(row)),
          words.ordered(List.of(send, row)),
          List.of(),
          Long.MAX_VALUE);
    }
  }
}
