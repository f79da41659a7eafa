package org.ipctck.rule;

import java.util.Arrays;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;

/**
 * The messages of a channel as values of a queue: from when to when each was put in and taken out.
 *
 * <p>Canonical completion: a receive that never returned may hide any one message from its start
 * on. The unreceived messages, by the end of their send, are given to those receives, by their
 * start; if any assignment makes the history linearizable then this one does, since what a message
 * demands of them is nested in that order. A message that the transport stops answering for at some
 * moment has a receive of its own from then on; since it may need that one or another, it gets the
 * earlier of both and takes nothing from the rest, which can only excuse more.
 */
final class QueueValues {
  final Delivery delivery;
  final int size;
  final int[] messages;

  /** Put in: from when, and when certainly, {@link Operations#NEVER} if never certainly. */
  final long[] putBegin;

  final long[] putFinish;

  /** Taken out: from when at the earliest, and when certainly. */
  final long[] takeBegin;

  final long[] takeFinish;

  /** The values by the end of the send, those without one left out, and by its begin. */
  final int[] byFinish;

  final int[] byBegin;

  QueueValues(Delivery delivery, Vanishing vanishing) {
    this.delivery = delivery;
    int room = delivery.size();
    messages = new int[room];
    putBegin = new long[room];
    putFinish = new long[room];
    takeBegin = new long[room];
    takeFinish = new long[room];
    size = fill(vanishing);
    byFinish = Sorted.order(putFinish, size);
    byBegin = Sorted.order(putBegin, size);
    complete();
  }

  private int fill(Vanishing vanishing) {
    Operations operations = delivery.operations;
    int used = 0;
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      int receive = delivery.receive(message);
      long vanishes = 0;
      if (receive < 0) {
        vanishes = send < 0 ? Vanishing.ALWAYS : vanishing.from(message);
        if (vanishes == Vanishing.ALWAYS) {
          continue;
        }
      }
      boolean accepted = operations.outcome(send) == Outcome.ACCEPTED;
      messages[used] = message;
      putBegin[used] = operations.begin(send);
      putFinish[used] = accepted ? operations.finish(send) : Operations.NEVER;
      takeBegin[used] = receive < 0 ? vanishes : operations.begin(receive);
      takeFinish[used] = receive < 0 ? Operations.NEVER : operations.finish(receive);
      used++;
    }
    return used;
  }

  private void complete() {
    long[] hiding = Hidden.starts(delivery);
    int next = 0;
    for (int place = 0; place < byFinish.length && hiding.length > 0; place++) {
      int value = byFinish[place];
      if (received(value)) {
        continue;
      }
      if (takeBegin[value] != Operations.NEVER) {
        takeBegin[value] = Math.min(takeBegin[value], hiding[0]);
      } else if (next < hiding.length) {
        takeBegin[value] = hiding[next++];
      }
    }
  }

  boolean received(int value) {
    return takeFinish[value] != Operations.NEVER;
  }

  int send(int value) {
    return delivery.send(messages[value]);
  }

  int receive(int value) {
    return delivery.receive(messages[value]);
  }

  /** The rows of the receives that came back with nothing. */
  int[] nothings() {
    Rows others = delivery.others;
    int[] rows = new int[others.size()];
    int used = 0;
    for (int place = 0; place < others.size(); place++) {
      if (delivery.came(others.get(place), Outcome.NOTHING)) {
        rows[used++] = others.get(place);
      }
    }
    return Arrays.copyOf(rows, used);
  }
}
