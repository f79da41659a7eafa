package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Promise;

/**
 * A channel never certainly holds more than it granted, and refuses nothing for want of room while
 * there certainly is some. Between both it cannot be known.
 */
public final class Occupancy implements Rule {
  /** A witness longer than this shows no more. */
  private static final int SHOWN = 32;

  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.CAPACITY, "bounded")) {
      return Finding.undecided("the profile promises no bound");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    String undecided = "";
    for (Delivery delivery : Delivery.all(sends)) {
      String name = history.scenario().channels().get(delivery.channel).name();
      Capacity granted = history.capacities().get(name);
      if (granted == null || granted.unit() == Capacity.Unit.UNBOUNDED) {
        undecided = "channel %s granted no capacity".formatted(name);
        continue;
      }
      QueueValues values = new QueueValues(delivery, new Vanishing(delivery, lives));
      Surely.add(surest, (slack, found) -> over(values, granted, slack, found));
      new Room(delivery, granted).judge(surest);
    }
    return surest.finding(undecided);
  }

  /** Sweeps over the stamps; a value is certainly inside from its put to the begin of its take. */
  private static void over(QueueValues values, Capacity granted, long slack, Surest surest) {
    int[] byTake = Sorted.order(values.takeBegin, values.size);
    long inside = 0;
    int gone = 0;
    for (int value : values.byFinish) {
      long moment = values.putFinish[value];
      while (gone < byTake.length && values.takeBegin[byTake[gone]] <= moment + slack) {
        int left = byTake[gone++];
        inside -= stays(values, left, slack) ? weight(values, left, granted) : 0;
      }
      inside += stays(values, value, slack) ? weight(values, value, granted) : 0;
      if (inside > granted.atMost()) {
        long holds = inside;
        long margin = margin(values, moment, slack);
        surest.add(
            Observation.OVER_CAPACITY,
            margin,
            () -> violation(values, granted, moment, holds, slack, margin));
        inside = Long.MIN_VALUE / 2; // once is enough for one channel
      }
    }
  }

  private static boolean stays(QueueValues values, int value, long slack) {
    return values.putFinish[value] != Operations.NEVER
        && values.takeBegin[value] > values.putFinish[value]
        && values.takeBegin[value] - slack > values.putFinish[value];
  }

  private static long weight(QueueValues values, int value, Capacity granted) {
    int bytes = values.delivery.operations.bytes(values.send(value));
    return granted.unit() == Capacity.Unit.BYTES ? Math.max(bytes, 1) : 1;
  }

  private static boolean isInside(QueueValues values, int value, long moment, long slack) {
    return values.putFinish[value] <= moment
        && values.takeBegin[value] > moment
        && values.takeBegin[value] - slack > moment;
  }

  private static long margin(QueueValues values, long moment, long slack) {
    long margin = Long.MAX_VALUE;
    for (int value : values.byFinish) {
      if (isInside(values, value, moment, slack) && values.takeBegin[value] != Operations.NEVER) {
        margin = Math.min(margin, Surest.margin(moment, values.takeBegin[value]));
      }
    }
    return margin;
  }

  private static Violation violation(
      QueueValues values, Capacity granted, long moment, long holds, long slack, long margin) {
    Words words = new Words(values.delivery.sends.history);
    List<Integer> witness = new ArrayList<>();
    int inside = 0;
    for (int value : values.byFinish) {
      if (isInside(values, value, moment, slack)) {
        inside++;
        if (witness.size() < SHOWN) {
          witness.add(values.send(value));
        }
      }
    }
    String unit = granted.unit() == Capacity.Unit.BYTES ? "bytes" : "messages";
    return new Violation(
        Observation.OVER_CAPACITY,
        "channel %s, which granted at most %d %s"
            .formatted(words.channel(witness.getFirst()), granted.atMost(), unit),
        "it never holds more",
        "at %s it held %d %s for certain: %d messages were accepted and no receive had begun that took them"
            .formatted(words.ms(moment), holds, unit, inside),
        words.ordered(witness),
        List.of(),
        margin);
  }
}
