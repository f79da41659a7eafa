package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/** What a sender had accepted before it died comes before the survivor is told of the death. */
public final class Survivors implements Rule {
  @Override
  public Finding judge(History history) {
    boolean promised =
        history.profile().is(Promise.ACCEPTANCE, "survives-sender")
            || history.profile().is(Promise.ACCEPTANCE, "both");
    if (!promised) {
      return Finding.undecided("the profile does not promise that acceptance outlives the sender");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    for (Delivery delivery : Delivery.all(sends)) {
      for (int place = 0; place < delivery.others.size(); place++) {
        int row = delivery.others.get(place);
        if (delivery.came(row, Outcome.BROKEN)
            && delivery.operations.reason(row) == Reason.PEER_GONE
            && first(delivery, place)) {
          after(delivery, lives, row, surest);
        }
      }
    }
    return surest.finding();
  }

  private static boolean first(Delivery delivery, int place) {
    int row = delivery.others.get(place);
    for (int before = 0; before < place; before++) {
      int other = delivery.others.get(before);
      if (delivery.operations.end(other) == delivery.operations.end(row)
          && delivery.came(other, Outcome.BROKEN)) {
        return false;
      }
    }
    return true;
  }

  private static void after(Delivery delivery, Lives lives, int gone, Surest surest) {
    Operations operations = delivery.operations;
    Life receiver = lives.at(operations.end(gone), operations.begin(gone));
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      int receive = delivery.receive(message);
      if (receive < 0
          || operations.end(receive) != operations.end(gone)
          || operations.begin(receive) <= operations.finish(gone)
          || operations.begin(receive) >= receiver.from()) {
        continue;
      }
      Life sender = lives.at(operations.end(send), operations.begin(send));
      if (operations.outcome(send) == Outcome.ACCEPTED
          && sender.ending() == Ending.KILLED
          // Told while the sender lived, it was about somebody else.
          && sender.from() < operations.finish(gone)
          && sender.opened() < operations.begin(gone)) {
        long margin = Surest.margin(operations.finish(gone), operations.begin(receive));
        surest.add(
            Observation.LOST_WITH_ITS_SENDER,
            margin,
            () -> violation(delivery, send, gone, receive, sender.fault(), margin));
      }
    }
  }

  private static Violation violation(
      Delivery delivery, int send, int gone, int receive, int fault, long margin) {
    Words words = new Words(delivery.sends.history);
    return new Violation(
        Observation.LOST_WITH_ITS_SENDER,
        words.send("m1", send) + ", whose sender was killed",
        "m1 is received before its receiver is told that the peer is gone",
        "%s was told so %s, and only then %s"
            .formatted(words.end(gone), words.span(gone), words.receive("m1", receive)),
        words.ordered(List.of(send, gone, receive)),
        List.of(fault),
        margin);
  }
}
