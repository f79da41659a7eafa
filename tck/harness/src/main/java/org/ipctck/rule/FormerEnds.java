package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.spi.Reason;

/** An end that was told that its peer is gone has no effect on whoever comes after that peer. */
public final class FormerEnds implements Rule {
  @Override
  public Finding judge(History history) {
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    boolean tried = false;
    for (Delivery delivery : Delivery.all(sends)) {
      for (int end : delivery.senders()) {
        int gone = gone(sends, lives, end);
        if (gone >= 0) {
          tried |= tried(delivery, lives, end, gone);
          after(delivery, lives, end, gone, surest);
        }
      }
    }
    return surest.finding(
        tried ? "" : "no sender was told that its receiver is gone and tried again with another");
  }

  /** The first send of an end that was refused because its peer is gone, -1 when none was. */
  private static int gone(Sends sends, Lives lives, int end) {
    for (int place = 0; place < sends.count(end); place++) {
      int row = sends.row(sends.first(end) + place);
      if (row >= 0
          && sends.operations.outcome(row) == Outcome.REFUSED
          && sends.operations.reason(row) == Reason.PEER_GONE
          && lives.of(end).size() == 1) {
        return row;
      }
    }
    return -1;
  }

  /** Whether an end sent again when somebody had taken the place of the one that is gone. */
  private static boolean tried(Delivery delivery, Lives lives, int end, int gone) {
    Operations operations = delivery.operations;
    long latest = Long.MIN_VALUE;
    int first = delivery.first(end);
    for (int message = first; message < first + delivery.sends.count(end); message++) {
      int send = delivery.send(message);
      latest = send < 0 ? latest : Math.max(latest, operations.begin(send));
    }
    long until = latest;
    return delivery.receivers.stream()
        .flatMap(receiver -> lives.of(receiver).stream())
        .filter(life -> life.lived() && life.opening() > operations.finish(gone))
        .anyMatch(life -> life.opened() < until);
  }

  private static void after(Delivery delivery, Lives lives, int end, int gone, Surest surest) {
    Operations operations = delivery.operations;
    int first = delivery.first(end);
    for (int message = first; message < first + delivery.sends.count(end); message++) {
      int send = delivery.send(message);
      int receive = delivery.receive(message);
      if (send < 0
          || receive < 0
          || operations.begin(send) <= operations.finish(gone)
          || !successor(delivery, lives, receive, gone)) {
        continue;
      }
      long margin = Surest.margin(operations.finish(gone), operations.begin(send));
      surest.add(
          Observation.FORMER_END_AT_WORK,
          margin,
          () -> violation(delivery, gone, send, receive, margin));
    }
  }

  /** Whether a receiver was opened after another had died, of which a sender was told. */
  private static boolean successor(Delivery delivery, Lives lives, int receive, int gone) {
    Operations operations = delivery.operations;
    long opening = lives.at(operations.end(receive), operations.begin(receive)).opening();
    return opening > operations.finish(gone)
        && delivery.receivers.stream()
            .flatMap(end -> lives.of(end).stream())
            .anyMatch(life -> dead(life) && life.until() < opening);
  }

  private static boolean dead(Life life) {
    return life.ending() == Ending.KILLED;
  }

  private static Violation violation(
      Delivery delivery, int gone, int send, int receive, long margin) {
    Words words = new Words(delivery.sends.history);
    String kind = Kind.SEND.name().toLowerCase(java.util.Locale.ROOT);
    return new Violation(
        Observation.FORMER_END_AT_WORK,
        "%s be told at %s that its receiver is gone, and another receiver take its place"
            .formatted(words.end(gone), words.ms(delivery.operations.finish(gone))),
        "no later %s of that end reaches anybody".formatted(kind),
        words.receive(words.send("m1", send) + ",", receive),
        words.ordered(List.of(gone, send, receive)),
        List.of(),
        margin);
  }
}
