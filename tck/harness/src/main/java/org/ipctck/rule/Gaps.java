package org.ipctck.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;

/** What one receiver misses between the messages of each sender, and what it was told there. */
final class Gaps {
  private final Delivery delivery;
  private final Operations operations;
  private final Lives lives;
  private final List<Integer> receives;

  /** Receives of one end in their order. */
  Gaps(Delivery delivery, Lives lives, List<Integer> receives) {
    this.delivery = delivery;
    this.operations = delivery.operations;
    this.lives = lives;
    this.receives = receives;
  }

  /**
   * Whether each sender's messages came in the order of their numbers; else another rule speaks.
   */
  boolean inOrder() {
    Map<Integer, Integer> latest = new HashMap<>();
    for (int row : receives) {
      if (operations.outcome(row) == Outcome.MESSAGE) {
        int message = message(row);
        Integer before = latest.put(sender(message), message);
        if (before != null && before > message) {
          return false;
        }
      }
    }
    return true;
  }

  void judge(Surest surest) {
    for (int end : delivery.senders()) {
      tooFew(end, surest);
    }
    tooMany(surest);
  }

  private int message(int row) {
    return delivery.message(operations.message(row));
  }

  private int sender(int message) {
    return operations.end(delivery.send(message));
  }

  /** Between two messages of a sender as many are told of as are missing, at least. */
  private void tooFew(int end, Surest surest) {
    int next = delivery.first(end);
    long told = 0;
    List<Integer> where = new ArrayList<>();
    for (int row : receives) {
      if (operations.outcome(row) == Outcome.LOST) {
        told += operations.bytes(row);
        where.add(row);
      } else if (operations.outcome(row) == Outcome.MESSAGE && sender(message(row)) == end) {
        long missing = missing(next, message(row), true);
        if (missing > told) {
          long heard = told;
          List<Integer> rows = witness(where, row);
          surest.add(
              Observation.GAP_TOLD_WRONGLY,
              Long.MAX_VALUE,
              () -> violation(row, rows, "at least %d".formatted(missing), heard));
        }
        next = message(row) + 1;
        told = 0;
        where.clear();
      }
    }
  }

  /** Between two messages of whatever sender no more are told of than may be missing. */
  private void tooMany(Surest surest) {
    Map<Integer, Integer> next = new HashMap<>();
    delivery.senders().forEach(end -> next.put(end, delivery.first(end)));
    for (int place = 0; place < receives.size(); place++) {
      int row = receives.get(place);
      if (operations.outcome(row) == Outcome.MESSAGE) {
        next.put(sender(message(row)), message(row) + 1);
      } else if (operations.outcome(row) == Outcome.LOST) {
        long may = 0;
        for (int end : delivery.senders()) {
          may += missing(next.getOrDefault(end, 0), after(end, place), false);
        }
        long most = may;
        if (operations.bytes(row) > most) {
          surest.add(
              Observation.GAP_TOLD_WRONGLY,
              Long.MAX_VALUE,
              () ->
                  violation(
                      row, List.of(row), "at most %d".formatted(most), operations.bytes(row)));
        }
      }
    }
  }

  /** The message of a sender that came next after a place, or one behind its last. */
  private int after(int end, int place) {
    for (int row : receives.subList(place, receives.size())) {
      if (operations.outcome(row) == Outcome.MESSAGE && sender(message(row)) == end) {
        return message(row);
      }
    }
    return delivery.first(end) + delivery.sends.count(end);
  }

  /** Messages from one number to another that never came: for certain, or possibly. */
  private long missing(int from, int to, boolean certainly) {
    long missing = 0;
    for (int message = from; message < to; message++) {
      int send = delivery.send(message);
      if (send < 0 || delivery.receive(message) >= 0) {
        continue;
      }
      Outcome outcome = operations.outcome(send);
      boolean counts =
          certainly
              ? outcome == Outcome.ACCEPTED && attached(send) && !delivery.astray(message)
              : outcome != Outcome.REFUSED;
      missing += counts ? 1 : 0;
    }
    return missing;
  }

  private boolean attached(int send) {
    return lives.of(delivery.receivers.getFirst()).getFirst().opened() < operations.begin(send);
  }

  private static List<Integer> witness(List<Integer> told, int row) {
    List<Integer> rows = new ArrayList<>(told);
    rows.add(row);
    return rows;
  }

  private Violation violation(int row, List<Integer> rows, String missing, long told) {
    Words words = new Words(delivery.sends.history);
    return new Violation(
        Observation.GAP_TOLD_WRONGLY,
        "o1 = the receive of %s %s".formatted(words.end(row), words.span(row)),
        "%s is told in place of what it missed: of %s before this was over"
            .formatted(words.end(row), missing),
        "it was told of %d there".formatted(told),
        words.ordered(rows),
        List.of(),
        Long.MAX_VALUE);
  }
}
