package org.ipctck.rule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.spi.Promise;

/**
 * A receiver that was overrun is told of so many messages as are missing, and where they are.
 *
 * <p>Exact for one sender. With several it may be any of them whose messages are missing at a
 * place, so it speaks only where there are too few or too many in any case.
 */
public final class ToldInPlace implements Rule {
  @Override
  public Finding judge(History history) {
    if (history.profile().is(Promise.OVERFLOW, "block")
        || history.profile().is(Promise.OVERFLOW, "refuse")) {
      return Finding.undecided("the profile allows no drops");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    String undecided = "";
    for (Delivery delivery : Delivery.all(sends)) {
      if (delivery.receivers.size() > 1
          || lives.of(delivery.receivers.getFirst()).size() > 1
          || delivery.damaged()
          || !delivery.hiding.isEmpty()
          || !delivery.again.isEmpty()) {
        undecided = "what was received cannot be told";
      } else {
        Gaps gaps = new Gaps(delivery, lives, receives(delivery));
        if (gaps.inOrder()) {
          gaps.judge(surest);
        }
      }
    }
    return surest.finding(undecided);
  }

  private static List<Integer> receives(Delivery delivery) {
    Operations operations = delivery.operations;
    int receiver = delivery.receivers.getFirst();
    return IntStream.range(0, operations.size())
        .filter(row -> operations.end(row) == receiver && operations.kind(row) == Kind.RECEIVE)
        .boxed()
        .sorted(Comparator.comparingLong(operations::begin))
        .toList();
  }
}
