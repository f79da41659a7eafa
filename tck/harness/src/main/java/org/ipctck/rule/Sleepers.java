package org.ipctck.rule;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/** Those on one channel who went on waiting for what was there. */
final class Sleepers {
  private final History history;
  private final Delivery delivery;
  private final Vanishing vanishing;
  private final Operations operations;
  private final long must;

  Sleepers(Delivery delivery, Vanishing vanishing) {
    this.delivery = delivery;
    this.vanishing = vanishing;
    this.history = delivery.sends.history;
    this.operations = delivery.operations;
    this.must = Stamps.must(history);
  }

  void judge(Surest surest) {
    for (int row = 0; row < operations.size(); row++) {
      if (Stamps.finish(history, row) - operations.begin(row) <= must) {
        continue;
      }
      int at = row;
      int end = operations.end(row);
      if (operations.kind(row) == Kind.RECEIVE && delivery.receivers.contains(end)) {
        missed(row)
            .ifPresent(
                send ->
                    surest.add(
                        Observation.RECEIVER_NOT_WOKEN, Long.MAX_VALUE, () -> asleep(at, send)));
      } else if (operations.kind(row) == Kind.SEND
          && delivery.sends.channelOf[end] == delivery.channel
          && waits(row)) {
        waiting(row)
            .ifPresent(
                receive ->
                    surest.add(
                        Observation.SENDER_NOT_WOKEN, Long.MAX_VALUE, () -> stuck(at, receive)));
      }
    }
  }

  /** The send of a message that was there all the while that a receive waited. */
  private OptionalInt missed(int row) {
    Outcome outcome = operations.outcome(row);
    IntPredicate there =
        outcome == Outcome.PENDING
            ? message -> delivery.receive(message) < 0 && unmissed(message) && allWait(row)
            : outcome == Outcome.NOTHING
                ? message -> later(row, message)
                : message -> delivery.receive(message) == row;
    return IntStream.range(0, delivery.size())
        .filter(message -> delivery.send(message) >= 0)
        .filter(message -> operations.outcome(delivery.send(message)) == Outcome.ACCEPTED)
        .filter(message -> Stamps.finish(history, row) - from(row, message) > must)
        .filter(there)
        .map(delivery::send)
        .findFirst();
  }

  /** Whether the same receiver got it after it had given up; another may have had it all along. */
  private boolean later(int row, int message) {
    int receive = delivery.receive(message);
    return receive >= 0
        && operations.end(receive) == operations.end(row)
        && operations.begin(receive) >= operations.finish(row);
  }

  /**
   * Whether nothing excuses that it never came, and nothing shows that it was lost before, or came
   * as something else.
   */
  private boolean unmissed(int message) {
    int end = operations.end(delivery.send(message));
    int last = delivery.first(end) + delivery.sends.count(end);
    return vanishing.from(message) == Operations.NEVER
        && delivery.strays.isEmpty()
        && IntStream.range(message + 1, last).allMatch(later -> delivery.receive(later) < 0);
  }

  /** Whether every receiver waited with this one, so that none of them can have the message. */
  private boolean allWait(int row) {
    return delivery.receivers.stream()
        .allMatch(
            end ->
                IntStream.range(0, operations.size())
                    .filter(other -> operations.end(other) == end)
                    .filter(other -> operations.outcome(other) == Outcome.PENDING)
                    .anyMatch(other -> Stamps.finish(history, other) - operations.begin(row) > 0));
  }

  private long from(int row, int message) {
    return Math.max(operations.begin(row), operations.finish(delivery.send(message)));
  }

  private boolean waits(int send) {
    Outcome outcome = operations.outcome(send);
    return operations.reason(send) == Reason.TIMEOUT
        || outcome == Outcome.ACCEPTED
        || outcome == Outcome.PENDING;
  }

  /** A receive that waited beside a send while nothing was in the channel. */
  private OptionalInt waiting(int send) {
    return IntStream.range(0, operations.size())
        .filter(row -> operations.kind(row) == Kind.RECEIVE)
        .filter(row -> delivery.receivers.contains(operations.end(row)))
        .filter(
            row ->
                operations.outcome(row) == Outcome.NOTHING
                    || operations.outcome(row) == Outcome.PENDING)
        .filter(row -> until(send, row) - since(send, row) > must)
        .filter(row -> empty(send, since(send, row), until(send, row)))
        .filter(row -> nobodyHolds(row, since(send, row), until(send, row)))
        .findFirst();
  }

  private long since(int send, int row) {
    return Math.max(operations.begin(send), operations.begin(row));
  }

  private long until(int send, int row) {
    return Math.min(Stamps.finish(history, send), Stamps.finish(history, row));
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
      // Another that waits for the same room holds none.
      if (inside && (receive >= 0 || !waits(send) || operations.finish(send) < until)) {
        return false;
      }
    }
    return true;
  }

  /** Whether no other receiver keeps the room of a message until it receives again. */
  private boolean nobodyHolds(int row, long from, long until) {
    for (int end : delivery.receivers) {
      int last = -1;
      for (int other = 0; other < operations.size(); other++) {
        boolean receives = operations.end(other) == end && operations.kind(other) == Kind.RECEIVE;
        last = receives && operations.begin(other) <= from ? other : last;
      }
      boolean waits = last >= 0 && Stamps.finish(history, last) >= until;
      if (end != operations.end(row) && last >= 0 && !waits) {
        return false;
      }
    }
    return true;
  }

  private Violation asleep(int row, int send) {
    Words words = new Words(history);
    int receive = delivery.receive(delivery.message(operations.message(send)));
    String then =
        receive < 0
            ? "nobody ever received m1"
            : receive == row ? "got m1 only then" : "only then " + words.receive("m1", receive);
    return new Violation(
        Observation.RECEIVER_NOT_WOKEN,
        words.send("m1", send),
        "a receiver that waits gets m1",
        "%s waited %s and got nothing, and %s".formatted(words.end(row), words.span(row), then),
        words.ordered(
            receive < 0 || receive == row ? List.of(send, row) : List.of(send, row, receive)),
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
