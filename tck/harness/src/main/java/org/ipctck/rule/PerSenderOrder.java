package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;

/**
 * Messages of one sender come out in the order in which they were sent, and none is skipped.
 *
 * <p>Exact, also with receives that never returned: pairs suffice, since precedence in time is an
 * interval order, and receives of unknown result are matched with skipped messages by deadline
 * (Hall's condition for nested neighbourhoods).
 */
public final class PerSenderOrder implements Rule {
  @Override
  public Finding judge(History history) {
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    for (Delivery delivery : Delivery.all(sends)) {
      Skipped skipped = new Skipped(delivery, new Vanishing(delivery, lives));
      for (int end : delivery.senders()) {
        overtaken(delivery, end, surest);
        skipped.note(end);
      }
      skipped.judge(surest);
    }
    return surest.finding();
  }

  /** Looks for messages of a sender that one sent later has overtaken. */
  static void overtaken(Delivery delivery, int end, Surest surest) {
    Operations operations = delivery.operations;
    long latest = Long.MIN_VALUE;
    int older = -1;
    int first = delivery.first(end);
    for (int message = first; message < first + delivery.sends.count(end); message++) {
      int receive = delivery.receive(message);
      if (receive < 0 || delivery.send(message) < 0) {
        continue;
      }
      Outcome outcome = operations.outcome(delivery.send(message));
      if (outcome == Outcome.REFUSED) {
        continue;
      }
      if (operations.finish(receive) < latest) {
        long margin = Surest.margin(operations.finish(receive), latest);
        int a = older;
        int b = message;
        surest.add(Observation.OVERTAKEN, margin, () -> inverted(delivery, a, b, margin));
      }
      // Of unknown outcome: it may have been accepted after later ones.
      if (outcome == Outcome.ACCEPTED && operations.begin(receive) > latest) {
        latest = operations.begin(receive);
        older = message;
      }
    }
  }

  /** Two messages of one sender that came in the other order. */
  static Violation inverted(Delivery delivery, int older, int newer, long margin) {
    Words words = new Words(delivery.sends.history);
    int a = delivery.send(older);
    int b = delivery.send(newer);
    return new Violation(
        Observation.OVERTAKEN,
        words.send("m1", a) + ", and " + words.send("m2", b),
        "m1 is received before m2",
        words.receive("m2", delivery.receive(newer))
            + ", and only then "
            + words.receive("m1", delivery.receive(older)),
        words.ordered(List.of(a, b, delivery.receive(newer), delivery.receive(older))),
        List.of(),
        margin);
  }
}
