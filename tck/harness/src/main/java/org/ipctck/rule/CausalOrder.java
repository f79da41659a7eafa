package org.ipctck.rule;

import java.util.Arrays;
import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;

/**
 * No receiver gets an effect before its cause: a message before another one on the same channel
 * that its sender had received, or had sent earlier, or had been told of by messages on whatever
 * channels. Two messages of one sender are left to their own rule.
 */
public final class CausalOrder implements Rule {
  @Override
  public Finding judge(History history) {
    Sends sends = new Sends(history);
    Causes causes = new Causes(sends);
    Surest surest = new Surest();
    boolean compared = false;
    for (Delivery delivery : Delivery.all(sends)) {
      if (delivery.receivers.size() == 1) {
        compared |= judge(delivery, causes, surest);
      }
    }
    return surest.finding(compared ? "" : "nobody received an effect and its cause");
  }

  private static boolean judge(Delivery delivery, Causes causes, Surest surest) {
    boolean compared = false;
    for (int sender : delivery.senders()) {
      long[] latest = new long[delivery.sends.count(sender) + 1];
      int[] which = latestUpTo(delivery, sender, latest);
      for (int effect = 0; effect < delivery.size(); effect++) {
        int send = delivery.send(effect);
        int receive = delivery.receive(effect);
        if (send < 0 || receive < 0 || delivery.operations.end(send) == sender) {
          continue;
        }
        int known = causes.of(send, sender);
        compared |= known > 0 && which[known] >= 0;
        if (delivery.operations.finish(receive) < latest[known]) {
          int cause = which[known];
          int seen = effect;
          surest.add(
              Observation.EFFECT_BEFORE_CAUSE,
              Long.MAX_VALUE,
              () -> violation(delivery, cause, seen));
        }
      }
    }
    return compared;
  }

  /**
   * Of the first so many messages of a sender that which was received last, and when that began.
   */
  private static int[] latestUpTo(Delivery delivery, int sender, long[] latest) {
    Operations operations = delivery.operations;
    int[] which = new int[latest.length];
    Arrays.fill(which, -1);
    latest[0] = Long.MIN_VALUE;
    for (int count = 1; count < latest.length; count++) {
      int message = delivery.first(sender) + count - 1;
      int receive = delivery.receive(message);
      boolean later = receive >= 0 && operations.begin(receive) > latest[count - 1];
      latest[count] = later ? operations.begin(receive) : latest[count - 1];
      which[count] = later ? message : which[count - 1];
    }
    return which;
  }

  private static Violation violation(Delivery delivery, int cause, int effect) {
    Words words = new Words(delivery.sends.history);
    int a = delivery.send(cause);
    int b = delivery.send(effect);
    return new Violation(
        Observation.EFFECT_BEFORE_CAUSE,
        words.send("m1", a)
            + ", and "
            + words.send("m2", b)
            + ", begun at %s by one who knew of m1"
                .formatted(words.ms(delivery.operations.begin(b))),
        "m2 is an effect, and m1, its cause, is received first",
        words.receive("m2", delivery.receive(effect))
            + ", and only then "
            + words.receive("m1", delivery.receive(cause)),
        words.ordered(List.of(a, b, delivery.receive(effect), delivery.receive(cause))),
        List.of(),
        Long.MAX_VALUE);
  }
}
