package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipctck.history.Operations;

/** Whether senders were sending on a channel beside one another. */
final class Beside {
  private final Delivery delivery;
  private final Operations operations;

  Beside(Delivery delivery) {
    this.delivery = delivery;
    this.operations = delivery.operations;
  }

  /** Whether a send ran beside another sender's; without the send, any two before the receive. */
  boolean overlapped(int send, int receive) {
    return send < 0 ? anyTwo(operations.finish(receive)) : besideOthers(send);
  }

  private boolean besideOthers(int send) {
    for (int message = 0; message < delivery.size(); message++) {
      int other = delivery.send(message);
      if (other >= 0
          && operations.end(other) != operations.end(send)
          && operations.begin(other) <= operations.finish(send)
          && operations.begin(send) <= operations.finish(other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two senders were at work in the same span of time, up to a moment. */
  private boolean anyTwo(long moment) {
    List<long[]> spans = new ArrayList<>();
    for (int end : delivery.senders()) {
      long[] span = {Long.MAX_VALUE, Long.MIN_VALUE};
      for (int place = 0; place < delivery.sends.count(end); place++) {
        int row = delivery.send(delivery.first(end) + place);
        if (row >= 0 && operations.begin(row) <= moment) {
          span[0] = Math.min(span[0], operations.begin(row));
          span[1] = Math.max(span[1], operations.finish(row));
        }
      }
      spans.add(span);
    }
    spans.sort(Comparator.comparingLong(span -> span[0]));
    for (int place = 1; place < spans.size(); place++) {
      if (spans.get(place)[0] <= spans.get(place - 1)[1]) {
        return true;
      }
    }
    return false;
  }
}
