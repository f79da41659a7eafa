package org.ipctck.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;

/**
 * Nothing is received only while no message was pending throughout: accepted before the receive
 * began, and taken by one that began after it was over. In one queue, nor while there was always
 * one of several. What never came at all is another matter.
 */
public final class Emptiness implements Rule {
  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.EMPTINESS, "exact")) {
      return Finding.undecided("the profile promises no exact emptiness");
    }
    Surest surest = new Surest();
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    boolean queue =
        history.profile().is(Promise.ORDER, "queue")
            && !history.profile().is(Promise.SHARING, "broadcast");
    for (Delivery delivery : Delivery.all(sends)) {
      if (!delivery.damaged()) {
        new Pending(delivery).judge(surest);
      }
      if (queue) {
        QueueValues values = new QueueValues(delivery, new Vanishing(delivery, lives));
        Surely.add(surest, (slack, found) -> new QueueEmpty(values, slack).judge(found));
      }
    }
    return surest.finding();
  }

  /** The messages of one channel in the order of their acceptance. */
  private static final class Pending {
    private final Delivery delivery;
    private final Operations operations;
    private final int[] messages;
    private final long[] accepted;

    /** Of the messages up to a place the one that was taken last. */
    private final int[] latest;

    Pending(Delivery delivery) {
      this.delivery = delivery;
      this.operations = delivery.operations;
      this.messages =
          IntStream.range(0, delivery.size())
              .filter(message -> delivery.send(message) >= 0 && delivery.receive(message) >= 0)
              .filter(message -> delivery.came(delivery.send(message), Outcome.ACCEPTED))
              .boxed()
              .sorted(Comparator.comparingLong(this::accepted))
              .mapToInt(Integer::intValue)
              .toArray();
      this.accepted = Arrays.stream(messages).mapToLong(this::accepted).toArray();
      this.latest = new int[messages.length];
      for (int place = 0; place < messages.length; place++) {
        boolean later = place == 0 || taken(messages[place]) > taken(latest[place - 1]);
        latest[place] = later ? messages[place] : latest[place - 1];
      }
    }

    private long accepted(int message) {
      return operations.finish(delivery.send(message));
    }

    private long taken(int message) {
      return operations.begin(delivery.receive(message));
    }

    void judge(Surest surest) {
      for (int place = 0; place < delivery.others.size(); place++) {
        int row = delivery.others.get(place);
        int before = before(operations.begin(row));
        if (delivery.came(row, Outcome.NOTHING) && before > 0 && !besideHidden(row)) {
          int message = latest[before - 1];
          if (taken(message) > operations.finish(row)) {
            long margin = margin(row, message);
            surest.add(
                Observation.NOTHING_BESIDE_SOMETHING,
                margin,
                () -> violation(row, message, margin));
          }
        }
      }
    }

    /** How many messages were accepted before a moment. */
    private int before(long moment) {
      int low = 0;
      int high = accepted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (accepted[middle] < moment) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** Whether a receive whose result nobody knows may have held the message and given it back. */
    private boolean besideHidden(int row) {
      for (int place = 0; place < delivery.hiding.size(); place++) {
        int hidden = delivery.hiding.get(place);
        if (operations.begin(hidden) <= operations.finish(row)
            && operations.finish(hidden) >= operations.begin(row)) {
          return true;
        }
      }
      return false;
    }

    private long margin(int row, int message) {
      return Math.min(
          Surest.margin(accepted(message), operations.begin(row)),
          Surest.margin(operations.finish(row), taken(message)));
    }

    private Violation violation(int row, int message, long margin) {
      Words words = new Words(delivery.sends.history);
      return new Violation(
          Observation.NOTHING_BESIDE_SOMETHING,
          words.send("m1", delivery.send(message)),
          "nothing is reported only when nothing was there",
          "%s was told %s that nothing was there, and %s"
              .formatted(
                  words.end(row), words.span(row), words.receive("m1", delivery.receive(message))),
          words.ordered(List.of(delivery.send(message), row, delivery.receive(message))),
          List.of(),
          margin);
    }
  }
}
