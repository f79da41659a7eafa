package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;

/**
 * While a receiver is slow, so that a sender waits for it, the traffic of other channels goes on: a
 * receiver and a message for it do not wait for one another all that time.
 */
public final class StandsStill implements Rule {
  private static final long SECOND = 1_000_000_000;

  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.SLOW_RECEIVER, "isolated")) {
      return Finding.undecided("the profile does not isolate slow receivers");
    }
    if (!history.faults().isEmpty()) {
      return Finding.undecided("somebody was struck, and not only slow");
    }
    Sends sends = new Sends(history);
    Surest surest = new Surest();
    boolean passed = false;
    boolean unsure = false;
    for (Delivery delivery : Delivery.all(sends)) {
      for (int place = 0; place < delivery.others.size(); place++) {
        int receive = delivery.others.get(place);
        unsure |= delivery.came(receive, Outcome.NOTHING) && wait(delivery, receive, surest);
      }
      passed |= passed(delivery);
    }
    String vain =
        passed ? "" : "nobody received anything while a sender waited for a slow receiver";
    return surest.finding(unsure ? Stamps.NOT_LONG_ENOUGH : vain);
  }

  /** Whether a message came while a sender of another channel waited. */
  private static boolean passed(Delivery delivery) {
    for (int message = 0; message < delivery.size(); message++) {
      int receive = delivery.receive(message);
      if (receive >= 0 && slow(delivery, receive) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Judges one receive that brought nothing; whether it should have been longer for that. */
  private static boolean wait(Delivery delivery, int receive, Surest surest) {
    Operations operations = delivery.operations;
    int slow = slow(delivery, receive);
    int send = slow < 0 ? -1 : waiting(delivery, receive);
    if (send < 0) {
      return false;
    }
    long waited = operations.finish(receive) - operations.begin(receive);
    if (waited <= SECOND + Stamps.must(delivery.sends.history)) {
      return true;
    }
    surest.add(
        Observation.STANDS_STILL, Long.MAX_VALUE, () -> violation(delivery, receive, send, slow));
    return false;
  }

  /** A message that was there, or wanted to be, all the time, and came later; -1 without. */
  private static int waiting(Delivery delivery, int receive) {
    Operations operations = delivery.operations;
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      int later = delivery.receive(message);
      if (send >= 0
          && later >= 0
          && operations.begin(send) < operations.begin(receive)
          && operations.begin(later) > operations.finish(receive)
          && operations.outcome(send) == Outcome.ACCEPTED) {
        return send;
      }
    }
    return -1;
  }

  /** A send of another channel that waited all the time, -1 when there is none. */
  private static int slow(Delivery delivery, int receive) {
    Operations operations = delivery.operations;
    for (int row = 0; row < operations.size(); row++) {
      if (operations.kind(row) == Kind.SEND
          && delivery.sends.channelOf[operations.end(row)] != delivery.channel
          && operations.begin(row) < operations.begin(receive)
          && operations.finish(row) > operations.finish(receive)) {
        return row;
      }
    }
    return -1;
  }

  private static Violation violation(Delivery delivery, int receive, int send, int slow) {
    Words words = new Words(delivery.sends.history);
    return new Violation(
        Observation.STANDS_STILL,
        "%s be waiting %s for the slow receiver of channel %s"
            .formatted(words.end(slow), words.span(slow), words.channel(slow)),
        "the traffic of channel %s goes on meanwhile".formatted(words.channel(receive)),
        "%s received nothing %s, and %s, came only later"
            .formatted(words.end(receive), words.span(receive), words.send("m1", send)),
        words.ordered(List.of(slow, send, receive)),
        List.of(),
        Long.MAX_VALUE);
  }
}
