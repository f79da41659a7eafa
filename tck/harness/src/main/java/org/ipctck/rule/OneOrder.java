package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.spi.Promise;

/**
 * No two receivers of a broadcast see messages of two senders in opposite orders.
 *
 * <p>The receives of one end follow each other, so no stamps of different threads are compared.
 */
public final class OneOrder implements Rule {
  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.SHARING, "broadcast")) {
      return Finding.undecided("the profile does not broadcast");
    }
    Surest surest = new Surest();
    boolean compared = false;
    List<Delivery> all = Delivery.all(new Sends(history));
    for (int one = 0; one < all.size(); one++) {
      for (int other = one + 1; other < all.size(); other++) {
        if (all.get(one).channel == all.get(other).channel) {
          compared |= compare(all.get(one), all.get(other), surest);
        }
      }
    }
    return surest.finding(compared ? "" : "no two receivers got messages of two senders");
  }

  private static boolean compare(Delivery one, Delivery other, Surest surest) {
    Operations operations = one.operations;
    List<Integer> byBegin = new ArrayList<>(common(one, other));
    List<Integer> byFinish = new ArrayList<>(byBegin);
    byBegin.sort(Comparator.comparingLong(m -> operations.begin(one.receive(m))));
    byFinish.sort(Comparator.comparingLong(m -> operations.finish(one.receive(m))));
    // For each sender the message, of those before, that the other receiver took last.
    int[] latest = new int[one.sends.acted.length];
    Arrays.fill(latest, -1);
    int next = 0;
    for (int newer : byBegin) {
      long begin = operations.begin(one.receive(newer));
      while (operations.finish(one.receive(byFinish.get(next))) < begin) {
        int older = byFinish.get(next++);
        int sender = operations.end(one.send(older));
        if (latest[sender] < 0 || begun(other, older) > begun(other, latest[sender])) {
          latest[sender] = older;
        }
      }
      opposite(one, other, latest, newer, surest);
    }
    return byBegin.stream().map(m -> operations.end(one.send(m))).distinct().count() > 1;
  }

  /** The messages that both received. */
  private static List<Integer> common(Delivery one, Delivery other) {
    List<Integer> common = new ArrayList<>();
    for (int message = 0; message < one.size(); message++) {
      if (one.receive(message) >= 0 && other.receive(message) >= 0 && one.send(message) >= 0) {
        common.add(message);
      }
    }
    return common;
  }

  private static long begun(Delivery delivery, int message) {
    return delivery.operations.begin(delivery.receive(message));
  }

  private static void opposite(
      Delivery one, Delivery other, int[] latest, int newer, Surest surest) {
    Operations operations = one.operations;
    long first = operations.finish(other.receive(newer));
    for (int sender = 0; sender < latest.length; sender++) {
      int older = latest[sender];
      boolean another = sender != operations.end(one.send(newer));
      if (older >= 0 && another && first < begun(other, older)) {
        surest.add(
            Observation.OPPOSITE_ORDERS, Long.MAX_VALUE, () -> violation(one, other, older, newer));
      }
    }
  }

  private static Violation violation(Delivery one, Delivery other, int a, int b) {
    Words words = new Words(one.sends.history);
    int oneA = one.receive(a);
    int oneB = one.receive(b);
    return new Violation(
        Observation.OPPOSITE_ORDERS,
        words.send("m1", one.send(a)) + ", and " + words.send("m2", one.send(b)),
        "all receive them in one order, and "
            + words.receive("m1", oneA)
            + " and after it m2, from "
            + words.ms(one.operations.begin(oneB)),
        words.receive("m2", other.receive(b))
            + ", and only then "
            + words.receive("m1", other.receive(a)),
        words.ordered(
            List.of(one.send(a), one.send(b), oneA, oneB, other.receive(b), other.receive(a))),
        List.of(),
        Long.MAX_VALUE);
  }
}
