package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/**
 * A channel takes what it granted: it neither refuses, nor lets wait, nor drops for want of room
 * while all that was ever begun on it fits. What {@link Occupancy} knows of room given back is not
 * needed for that, so those who waited in vain are judged too.
 */
public final class Granted implements Rule {
  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.CAPACITY, "bounded")) {
      return Finding.undecided("the profile promises no bound");
    }
    Surest surest = new Surest();
    String undecided = "";
    for (Delivery delivery : Delivery.all(new Sends(history))) {
      String name = history.scenario().channels().get(delivery.channel).name();
      Capacity granted = history.capacities().get(name);
      if (granted == null || granted.unit() == Capacity.Unit.UNBOUNDED) {
        undecided = "channel %s granted no capacity".formatted(name);
      } else {
        refused(history, delivery, granted, surest);
        dropped(history, delivery, granted, name, surest);
      }
    }
    return surest.finding(undecided);
  }

  private static void refused(History history, Delivery delivery, Capacity granted, Surest surest) {
    Operations operations = delivery.operations;
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send >= 0 && inVain(history, send)) {
        long taken =
            taken(delivery, granted, Stamps.finish(history, send)) - own(operations, send, granted);
        if (taken + weight(operations, send, granted) <= granted.atLeast()) {
          surest.add(
              Observation.REFUSED_WITH_ROOM,
              Long.MAX_VALUE,
              () -> violation(history, send, granted, taken));
        }
      }
    }
  }

  /** Whether a send was not accepted for want of room. */
  private static boolean inVain(History history, int send) {
    Operations operations = history.operations();
    Reason reason = operations.reason(send);
    boolean waits =
        Stamps.hangs(history, send)
            && history.faults().isEmpty()
            && Stamps.finish(history, send) - operations.begin(send) > Stamps.must(history);
    boolean refused = operations.outcome(send) == Outcome.REFUSED;
    return waits || refused && (reason == Reason.FULL || reason == Reason.TIMEOUT);
  }

  private static long own(Operations operations, int send, Capacity granted) {
    boolean counted = operations.outcome(send) != Outcome.REFUSED;
    return counted ? weight(operations, send, granted) : 0;
  }

  /** What all that was begun by a moment may have taken, if nothing was ever given back. */
  private static long taken(Delivery delivery, Capacity granted, long until) {
    long taken = 0;
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      boolean begun = send >= 0 && delivery.operations.begin(send) <= until;
      boolean came = delivery.receive(message) >= 0;
      if (begun && (came || delivery.operations.outcome(send) != Outcome.REFUSED)) {
        taken += weight(delivery.operations, send, granted);
      }
    }
    return taken;
  }

  private static long weight(Operations operations, int send, Capacity granted) {
    return granted.unit() == Capacity.Unit.BYTES
        ? (long) operations.bytes(send) + granted.overheadPerMessage()
        : 1;
  }

  private static void dropped(
      History history, Delivery delivery, Capacity granted, String channel, Surest surest) {
    long dropped = history.dropped().getOrDefault(channel, 0L);
    long taken = taken(delivery, granted, Long.MAX_VALUE);
    if (dropped > 0 && taken <= granted.atLeast()) {
      surest.add(
          Observation.REFUSED_WITH_ROOM,
          Long.MAX_VALUE,
          () ->
              new Violation(
                  Observation.REFUSED_WITH_ROOM,
                  "channel %s, which granted room for at least %d"
                      .formatted(channel, granted.atLeast()),
                  "it drops nothing while all that was sent fits",
                  "it dropped %d messages, although at most %d were taken"
                      .formatted(dropped, taken),
                  List.of(),
                  List.of(),
                  Long.MAX_VALUE));
    }
  }

  private static Violation violation(History history, int send, Capacity granted, long taken) {
    Words words = new Words(history);
    return new Violation(
        Observation.REFUSED_WITH_ROOM,
        words.send("m1", send),
        "a channel that granted room for at least %d accepts it".formatted(granted.atLeast()),
        "it was not accepted %s, although at most %d were taken".formatted(words.span(send), taken),
        List.of(send),
        List.of(),
        Long.MAX_VALUE);
  }
}
