package org.ipctck.rule;

import org.ipctck.history.History;
import org.ipctck.spi.Promise;

/**
 * The history of a channel is linearizable to one queue, whoever sends and receives.
 *
 * <p>With unique messages this needs no search: apart from what {@link Matching} sees, a history is
 * linearizable unless two messages are put in and taken out in opposite orders, or a receive came
 * back with nothing while something was certainly there (Henzinger, Sezgin and Vafeiadis, CONCUR
 * 2013; Gibbons, Bruno and Phillips, 2002). Two of one sender are blamed on the order of senders,
 * and messages that never came on loss.
 */
public final class Queue implements Rule {
  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.ORDER, "queue")
        || history.profile().is(Promise.SHARING, "broadcast")) {
      return Finding.undecided("the profile promises no queue");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    for (Delivery delivery : Delivery.all(sends)) {
      QueueValues values = new QueueValues(delivery, new Vanishing(delivery, lives));
      order(values, surest);
      if (history.profile().is(Promise.EMPTINESS, "exact")) {
        Surely.add(surest, (slack, found) -> new QueueEmpty(values, slack).judge(found));
      }
    }
    return surest.finding();
  }

  private static void order(QueueValues values, Surest surest) {
    Surest own = new Surest();
    for (int end : values.delivery.senders()) {
      PerSenderOrder.overtaken(values.delivery, end, own);
    }
    if (own.isEmpty()) {
      Surely.add(surest, (slack, found) -> new QueueOrder(values, slack).judge(found));
    } else {
      surest.addAll(own);
    }
  }
}
