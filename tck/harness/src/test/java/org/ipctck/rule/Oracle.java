package org.ipctck.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipctck.history.Outcome;

/**
 * Decides by trying everything whether some order of the operations, each taking effect at one
 * point within its closed interval, explains a small history. It shares nothing with the rules.
 */
final class Oracle {
  /** What a channel does with its messages. */
  enum Discipline {
    QUEUE,
    PER_SENDER,
    BAG
  }

  private final List<Draw.Op> ops;
  private final Discipline discipline;
  private final boolean emptyCounts;
  private final int bound;
  private final boolean fullCounts;
  private final Set<String> dead = new HashSet<>();

  Oracle(List<Draw.Op> ops, Discipline discipline, boolean emptyCounts, int bound, boolean full) {
    this.ops = ops;
    this.discipline = discipline;
    this.emptyCounts = emptyCounts;
    this.bound = bound;
    this.fullCounts = full;
  }

  /** Whether the history is one of a queue. */
  static boolean queue(List<Draw.Op> ops) {
    return new Oracle(ops, Discipline.QUEUE, true, Integer.MAX_VALUE, false).explained();
  }

  /** Whether each sender's messages come in order, whatever is between. */
  static boolean perSender(List<Draw.Op> ops) {
    return new Oracle(ops, Discipline.PER_SENDER, false, Integer.MAX_VALUE, false).explained();
  }

  boolean explained() {
    return from(0, new ArrayList<>());
  }

  private boolean required(Draw.Op op) {
    return switch (op.outcome) {
      case ACCEPTED, MESSAGE -> true;
      case NOTHING -> emptyCounts;
      case REFUSED -> fullCounts;
      default -> false;
    };
  }

  private boolean from(int done, List<Draw.Op> inside) {
    boolean all = true;
    long earliest = Long.MAX_VALUE;
    for (int place = 0; place < ops.size(); place++) {
      if ((done & 1 << place) == 0 && required(ops.get(place))) {
        all = false;
        earliest = Math.min(earliest, ops.get(place).finish);
      }
    }
    if (all) {
      return true;
    }
    String state = done + ":" + inside.stream().map(ops::indexOf).toList();
    if (dead.contains(state)) {
      return false;
    }
    for (int place = 0; place < ops.size(); place++) {
      Draw.Op op = ops.get(place);
      boolean may = (done & 1 << place) == 0 && op.begin <= earliest;
      if (may && step(done | 1 << place, op, inside)) {
        return true;
      }
    }
    dead.add(state);
    return false;
  }

  private boolean step(int done, Draw.Op op, List<Draw.Op> inside) {
    if (op.send) {
      if (op.outcome == Outcome.REFUSED) {
        return fullCounts && inside.size() >= bound && from(done, inside);
      }
      List<Draw.Op> more = new ArrayList<>(inside);
      more.add(op);
      return inside.size() < bound && from(done, more);
    }
    if (op.outcome == Outcome.NOTHING) {
      return (!emptyCounts || inside.isEmpty()) && from(done, inside);
    }
    for (Draw.Op taken : takeable(inside)) {
      boolean fits =
          op.outcome == Outcome.PENDING
              || (taken.end.equals(op.from) && taken.sequence == op.message);
      if (fits) {
        List<Draw.Op> fewer = new ArrayList<>(inside);
        fewer.remove(taken);
        if (from(done, fewer)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Draw.Op> takeable(List<Draw.Op> inside) {
    return switch (discipline) {
      case QUEUE -> inside.isEmpty() ? List.of() : List.of(inside.getFirst());
      case BAG -> List.copyOf(inside);
      case PER_SENDER ->
          inside.stream()
              .filter(
                  op ->
                      op
                          == inside.stream()
                              .filter(o -> o.end.equals(op.end))
                              .findFirst()
                              .orElseThrow())
              .toList();
    };
  }
}
