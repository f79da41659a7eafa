package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;

/** Accepted messages that never came, although a later one of the same sender did. */
final class Skipped {
  private record Skip(int message, int later, long deadline, long vanishes) {}

  private final Delivery delivery;
  private final Operations operations;
  private final Vanishing vanishing;
  private final List<Skip> skips = new ArrayList<>();

  Skipped(Delivery delivery, Vanishing vanishing) {
    this.delivery = delivery;
    this.operations = delivery.operations;
    this.vanishing = vanishing;
  }

  /** Notes what was skipped among the messages of a sender. */
  void note(int end) {
    long deadline = Operations.NEVER;
    int later = -1;
    int first = delivery.first(end);
    for (int message = first + delivery.sends.count(end) - 1; message >= first; message--) {
      int send = delivery.send(message);
      int receive = delivery.receive(message);
      if (send < 0 || operations.outcome(send) == Outcome.REFUSED) {
        continue;
      }
      if (receive >= 0 && operations.finish(receive) < deadline) {
        deadline = operations.finish(receive);
        later = message;
      } else if (receive < 0 && later >= 0 && operations.outcome(send) == Outcome.ACCEPTED) {
        long vanishes = vanishing.from(message);
        if (deadline < vanishes) {
          skips.add(new Skip(message, later, deadline, vanishes));
        }
      }
    }
  }

  /** Matches the deadlines with the receives that may have taken a message. */
  void judge(Surest surest) {
    skips.sort(Comparator.comparingLong(Skip::deadline));
    long[] hiding = Hidden.starts(delivery);
    for (int place = 0; place < skips.size(); place++) {
      Skip skip = skips.get(place);
      long start = place < hiding.length ? hiding[place] : Operations.NEVER;
      if (start > skip.deadline()) {
        long until = Math.min(start, skip.vanishes());
        long margin = until == Operations.NEVER ? until : Surest.margin(skip.deadline(), until);
        int others = place;
        surest.add(Observation.LOST_BETWEEN_THE_LIVING, margin, () -> lost(skip, others, margin));
      }
    }
  }

  private Violation lost(Skip skip, int others, long margin) {
    Words words = new Words(delivery.sends.history);
    int a = delivery.send(skip.message());
    int b = delivery.send(skip.later());
    String hidden =
        others == 0
            ? ""
            : "; the receives that never returned account for %d others".formatted(others);
    return new Violation(
        Observation.LOST_BETWEEN_THE_LIVING,
        words.send("m1", a) + ", and " + words.send("m2", b),
        "m1 is received before m2",
        words.receive("m2", delivery.receive(skip.later())) + ", and m1 never came" + hidden,
        List.of(a, b, delivery.receive(skip.later())),
        List.of(),
        margin);
  }
}
