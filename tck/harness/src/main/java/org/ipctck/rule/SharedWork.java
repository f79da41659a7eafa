package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.spi.Promise;

/**
 * Work that is shared goes to those who are there: what is sent after a receiver closed is received
 * by one of the others.
 */
public final class SharedWork implements Rule {
  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.SHARING, "work")) {
      return Finding.undecided("the profile does not share work");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    String undecided = "nothing was sent after a receiver had closed";
    boolean dealt = false;
    for (Delivery delivery : Delivery.all(sends)) {
      Drain drain = new Drain(delivery, lives);
      if (delivery.damaged()) {
        undecided = "messages came that cannot be told";
      } else if (!drain.missing().isEmpty()) {
        undecided = drain.missing();
      } else if (delivery.hiding.isEmpty()) {
        judge(delivery, lives, drain, surest);
        dealt |= dealt(delivery, lives);
      }
    }
    return surest.finding(dealt ? "" : undecided);
  }

  private static void judge(Delivery delivery, Lives lives, Drain drain, Surest surest) {
    Operations operations = delivery.operations;
    List<Integer> closes = closes(delivery, lives);
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send < 0 || delivery.receive(message) >= 0 || Deaths.cut(operations, send)) {
        continue;
      }
      Life sender = lives.at(operations.end(send), operations.begin(send));
      boolean kept =
          sender.ending() != Ending.KILLED && drain.ofTheGone() && !delivery.astray(message);
      int close = before(operations, closes, send);
      if (kept && close >= 0 && accepted(operations, send)) {
        long margin =
            Math.min(
                drain.margin(), Surest.margin(operations.finish(close), operations.begin(send)));
        surest.add(
            Observation.WORK_FOR_THE_GONE,
            margin,
            () -> violation(delivery, send, close, drain, margin));
      }
    }
  }

  /** Whether anything was accepted after a close. */
  private static boolean dealt(Delivery delivery, Lives lives) {
    Operations operations = delivery.operations;
    List<Integer> closes = closes(delivery, lives);
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send >= 0 && accepted(operations, send) && before(operations, closes, send) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean accepted(Operations operations, int send) {
    return operations.outcome(send) == Outcome.ACCEPTED;
  }

  private static List<Integer> closes(Delivery delivery, Lives lives) {
    List<Integer> closes = new ArrayList<>();
    for (int receiver : delivery.receivers) {
      Life life = lives.of(receiver).getLast();
      if (life.ending() == Ending.CLOSED && life.row() >= 0) {
        closes.add(life.row());
      }
    }
    return closes;
  }

  /** A close that was over before a send began, -1 when there is none. */
  private static int before(Operations operations, List<Integer> closes, int send) {
    int found = -1;
    for (int close : closes) {
      if (operations.finish(close) < operations.begin(send)
          && (found < 0 || operations.finish(close) < operations.finish(found))) {
        found = close;
      }
    }
    return found;
  }

  private static Violation violation(
      Delivery delivery, int send, int close, Drain drain, long margin) {
    Words words = new Words(delivery.sends.history);
    int last = drain.rows().getLast();
    return new Violation(
        Observation.WORK_FOR_THE_GONE,
        words.send("m1", send)
            + ", after %s had closed at %s"
                .formatted(words.end(close), words.ms(delivery.operations.finish(close))),
        "m1 goes to a receiver that is attached",
        "none of them got it: %s waited %s for nothing"
            .formatted(words.end(last), words.span(last)),
        words.ordered(List.of(close, send, last)),
        List.of(),
        margin);
  }
}
