package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipctck.history.Outcome;

/**
 * A second, plain implementation of the check for queues, into which one mistake can be put. It
 * shows that the histories that are drawn would find each of these mistakes in the first.
 */
final class MutableCheck {
  /** The mistakes; the first is none. */
  enum Mutant {
    NONE,
    TOUCHING_PRECEDES,
    TOUCHING_PRECEDES_IN_ORDER,
    TOUCHING_INTERVALS_MERGED,
    EMPTY_CLOSED_AT_THE_RIGHT,
    EMPTY_CLOSED_AT_THE_LEFT,
    NO_COMPLETION,
    PAIRED_IN_REVERSE,
    FRESH_BY_START,
    EMPTY_NOT_JUDGED
  }

  private record Value(long putBegin, long putFinish, long takeBegin, long takeFinish) {}

  private record Span(long left, long right) {}

  private final List<Draw.Op> ops;
  private final Mutant mutant;
  private final List<Value> values = new ArrayList<>();

  MutableCheck(List<Draw.Op> ops, Mutant mutant) {
    this.ops = ops;
    this.mutant = mutant;
  }

  private boolean before(long finish, long begin) {
    return mutant == Mutant.TOUCHING_PRECEDES ? finish <= begin : finish < begin;
  }

  boolean kept() {
    return matched() && complete() && ordered() && (empties() || mutant == Mutant.EMPTY_NOT_JUDGED);
  }

  private static long putFinish(Draw.Op send) {
    return send.outcome == Outcome.ACCEPTED ? send.finish : Told.NEVER;
  }

  private boolean matched() {
    for (Draw.Op receive : ops) {
      if (receive.send || receive.outcome != Outcome.MESSAGE) {
        continue;
      }
      Draw.Op send =
          ops.stream()
              .filter(o -> o.send && o.end.equals(receive.from) && o.sequence == receive.message)
              .findFirst()
              .orElseThrow();
      long takers =
          ops.stream()
              .filter(o -> !o.send && o.from.equals(send.end) && o.message == send.sequence)
              .count();
      long stamp = mutant == Mutant.FRESH_BY_START ? receive.begin : receive.finish;
      if (send.outcome == Outcome.REFUSED || takers > 1 || before(stamp, send.begin)) {
        return false;
      }
      values.add(new Value(send.begin, putFinish(send), receive.begin, receive.finish));
    }
    return true;
  }

  private boolean complete() {
    List<Draw.Op> waiting =
        new ArrayList<>(
            ops.stream()
                .filter(o -> o.send && o.outcome == Outcome.ACCEPTED && untaken(o))
                .sorted(Comparator.comparingLong(o -> o.finish))
                .toList());
    Comparator<Draw.Op> byBegin = Comparator.comparingLong(o -> o.begin);
    List<Draw.Op> hiding =
        ops.stream()
            .filter(o -> !o.send && o.outcome == Outcome.PENDING)
            .sorted(mutant == Mutant.PAIRED_IN_REVERSE ? byBegin.reversed() : byBegin)
            .toList();
    for (int place = 0; place < waiting.size(); place++) {
      boolean paired = place < hiding.size() && mutant != Mutant.NO_COMPLETION;
      Draw.Op send = waiting.get(place);
      long take = paired ? hiding.get(place).begin : Told.NEVER;
      values.add(new Value(send.begin, send.finish, take, Told.NEVER));
    }
    return true;
  }

  private boolean untaken(Draw.Op send) {
    return ops.stream()
        .noneMatch(o -> !o.send && o.from.equals(send.end) && o.message == send.sequence);
  }

  private boolean ordered() {
    boolean loose = mutant == Mutant.TOUCHING_PRECEDES_IN_ORDER;
    for (Value a : values) {
      for (Value b : values) {
        boolean put = loose ? a.putFinish <= b.putBegin : before(a.putFinish, b.putBegin);
        boolean taken = loose ? b.takeFinish <= a.takeBegin : before(b.takeFinish, a.takeBegin);
        if (a != b && b.takeFinish != Told.NEVER && a.putFinish != Told.NEVER && put && taken) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean empties() {
    List<Span> spans = new ArrayList<>();
    values.stream()
        .filter(v -> v.putFinish < v.takeBegin)
        .sorted(Comparator.comparingLong(Value::putFinish))
        .forEach(v -> merge(spans, new Span(v.putFinish, v.takeBegin)));
    return ops.stream()
        .filter(o -> !o.send && o.outcome == Outcome.NOTHING)
        .noneMatch(o -> spans.stream().anyMatch(span -> inside(o, span)));
  }

  private void merge(List<Span> spans, Span next) {
    Span last = spans.isEmpty() ? new Span(-1, -1) : spans.getLast();
    boolean overlap =
        mutant == Mutant.TOUCHING_INTERVALS_MERGED
            ? next.left <= last.right
            : next.left < last.right;
    if (overlap) {
      spans.set(spans.size() - 1, new Span(last.left, Math.max(last.right, next.right)));
    } else {
      spans.add(next);
    }
  }

  private boolean inside(Draw.Op o, Span span) {
    boolean left =
        mutant == Mutant.EMPTY_CLOSED_AT_THE_LEFT ? span.left <= o.begin : span.left < o.begin;
    boolean right =
        mutant == Mutant.EMPTY_CLOSED_AT_THE_RIGHT ? o.finish <= span.right : o.finish < span.right;
    return left && right;
  }
}
