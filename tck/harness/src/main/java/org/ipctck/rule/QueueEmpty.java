package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipctck.history.Operations;

/** A receive that came back with nothing although something was in the queue all the while. */
final class QueueEmpty {
  /** Covers are looked for in so few, since each takes a walk over all values. */
  private static final int SHOWN = 20;

  private final QueueValues values;
  private final Operations operations;
  private final long slack;
  private final long[] lefts;
  private final long[] rights;
  private int components;

  /** Counts as preceding only what does so by more than {@code slack} nanoseconds. */
  QueueEmpty(QueueValues values, long slack) {
    this.values = values;
    this.operations = values.delivery.operations;
    this.slack = slack;
    this.lefts = new long[values.byFinish.length];
    this.rights = new long[values.byFinish.length];
    merge();
  }

  /** Joins the open intervals in which a value is certainly inside, where they truly overlap. */
  private void merge() {
    for (int value : values.byFinish) {
      long left = values.putFinish[value];
      long right = values.takeBegin[value];
      if (left >= right) {
        continue;
      }
      if (components > 0 && left + slack < rights[components - 1]) {
        rights[components - 1] = Math.max(rights[components - 1], right);
      } else {
        lefts[components] = left;
        rights[components++] = right;
      }
    }
  }

  void judge(Surest surest) {
    int shown = 0;
    for (int row : values.nothings()) {
      if (covered(operations.begin(row), operations.finish(row))) {
        if (shown++ == SHOWN) {
          return;
        }
        List<Integer> cover = cover(row);
        long margin = margin(row, cover);
        surest.add(
            Observation.NOTHING_BESIDE_SOMETHING, margin, () -> violation(row, cover, margin));
      }
    }
  }

  private boolean covered(long begin, long finish) {
    int low = 0;
    int high = components;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lefts[middle] + slack < begin) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && finish + slack < rights[low - 1];
  }

  /** The fewest values that together were inside all the while. */
  private List<Integer> cover(int row) {
    List<Integer> cover = new ArrayList<>();
    long reached = operations.begin(row);
    while (reached <= operations.finish(row) + (cover.isEmpty() ? 0 : slack)) {
      int best = -1;
      for (int value : values.byFinish) {
        if (values.putFinish[value] + slack >= reached) {
          break;
        }
        best = best < 0 || values.takeBegin[value] > values.takeBegin[best] ? value : best;
      }
      if (best < 0 || values.takeBegin[best] <= reached) {
        break;
      }
      cover.add(best);
      reached = values.takeBegin[best];
    }
    return cover;
  }

  private long margin(int row, List<Integer> cover) {
    long reached = operations.begin(row);
    long margin = Long.MAX_VALUE;
    for (int value : cover) {
      margin = Math.min(margin, Surest.margin(values.putFinish[value], reached));
      reached = values.takeBegin[value];
    }
    return reached == Operations.NEVER
        ? margin
        : Math.min(margin, Surest.margin(operations.finish(row), reached));
  }

  private Violation violation(int row, List<Integer> cover, long margin) {
    Words words = new Words(values.delivery.sends.history);
    List<Integer> witness = new ArrayList<>();
    for (int value : cover) {
      witness.add(values.send(value));
      if (values.received(value)) {
        witness.add(values.receive(value));
      }
    }
    witness.add(row);
    boolean lost = cover.stream().anyMatch(value -> !values.received(value));
    String let =
        cover.stream()
            .map(value -> words.send("m" + (cover.indexOf(value) + 1), values.send(value)))
            .collect(Collectors.joining(", and "));
    return new Violation(
        lost ? Observation.LOST_BETWEEN_THE_LIVING : Observation.NOTHING_BESIDE_SOMETHING,
        let,
        cover.size() == 1
            ? "nothing is reported only when nothing was there, and m1 is there "
                + until(words, cover.getFirst())
            : "nothing is reported only when nothing was there, and one of them is there "
                + until(words, cover.getLast()),
        "%s received nothing %s".formatted(words.end(row), words.span(row)),
        words.ordered(witness),
        List.of(),
        margin);
  }

  private String until(Words words, int value) {
    return values.takeBegin[value] == Operations.NEVER
        ? "until somebody receives it, which nobody did"
        : "until it can have been received, at " + words.ms(values.takeBegin[value]);
  }
}
