package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Reason;

/**
 * Sends refused for want of room although there certainly was some. What was begun by the end of
 * the refusal and not given back before its begin may have taken room; a received message gives its
 * room back with the next receive of the same end, since until then its body is valid.
 */
final class Room {
  private final Delivery delivery;
  private final Operations operations;
  private final Capacity granted;

  Room(Delivery delivery, Capacity granted) {
    this.delivery = delivery;
    this.operations = delivery.operations;
    this.granted = granted;
  }

  void judge(Surest surest) {
    List<Integer> refusals = refusals();
    if (refusals.isEmpty()) {
      return;
    }
    Map<Integer, Long> givenBack = givenBack();
    int room = delivery.size();
    long[] begins = new long[room];
    long[] ends = new long[room];
    long[] weights = new long[room];
    int used = 0;
    for (int message = 0; message < room; message++) {
      int send = delivery.send(message);
      if (send >= 0 && takesRoom(message)) {
        begins[used] = operations.begin(send);
        ends[used] = givenBack.getOrDefault(delivery.receive(message), Operations.NEVER);
        weights[used++] = weight(send);
      }
    }
    Totals begun = new Totals(begins, weights, used);
    Totals over = new Totals(ends, weights, used);
    for (int row : refusals) {
      long taken = begun.upTo(operations.finish(row)) - over.upTo(operations.begin(row) - 1);
      if (taken + weight(row) <= granted.atLeast()) {
        surest.add(Observation.REFUSED_WITH_ROOM, Long.MAX_VALUE, () -> violation(row, taken));
      }
    }
  }

  private boolean takesRoom(int message) {
    return operations.outcome(delivery.send(message)) != Outcome.REFUSED
        || delivery.receive(message) >= 0;
  }

  private List<Integer> refusals() {
    List<Integer> rows = new ArrayList<>();
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send >= 0
          && operations.outcome(send) == Outcome.REFUSED
          && operations.reason(send) == Reason.FULL) {
        rows.add(send);
      }
    }
    return rows;
  }

  private Map<Integer, Long> givenBack() {
    Map<Integer, Long> givenBack = new HashMap<>();
    Map<Integer, Integer> held = new HashMap<>();
    for (int row = 0; row < operations.size(); row++) {
      int end = operations.end(row);
      if (operations.kind(row) == Kind.RECEIVE && delivery.receivers.contains(end)) {
        Integer before = held.remove(end);
        if (before != null) {
          givenBack.put(before, operations.finish(row));
        }
        if (delivery.came(row, Outcome.MESSAGE)) {
          held.put(end, row);
        }
      }
    }
    return givenBack;
  }

  private long weight(int send) {
    return granted.unit() == Capacity.Unit.BYTES
        ? (long) operations.bytes(send) + granted.overheadPerMessage()
        : 1;
  }

  private Violation violation(int row, long taken) {
    Words words = new Words(delivery.sends.history);
    return new Violation(
        Observation.REFUSED_WITH_ROOM,
        words.send("m1", row),
        "a channel that granted room for at least %d accepts it".formatted(granted.atLeast()),
        "it was refused as full %s, although at most %d were taken"
            .formatted(words.span(row), taken),
        List.of(row),
        List.of(),
        Long.MAX_VALUE);
  }

  /** Sums of weights by stamp. */
  private static final class Totals {
    private final long[] stamps;
    private final long[] sums;

    Totals(long[] keys, long[] weights, int size) {
      int[] order = Sorted.order(keys, size);
      stamps = new long[order.length];
      sums = new long[order.length + 1];
      for (int place = 0; place < order.length; place++) {
        stamps[place] = keys[order[place]];
        sums[place + 1] = sums[place] + weights[order[place]];
      }
    }

    long upTo(long stamp) {
      int found = Arrays.binarySearch(stamps, stamp);
      int place = found < 0 ? -found - 1 : found + 1;
      while (place < stamps.length && stamps[place] <= stamp) {
        place++;
      }
      return sums[place];
    }
  }
}
