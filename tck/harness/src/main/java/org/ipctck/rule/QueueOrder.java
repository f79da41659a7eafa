package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.Operations;

/** Two messages put into a queue in one order and taken out in the other. */
final class QueueOrder {
  private final QueueValues values;
  private final long slack;

  /** Counts as preceding only what does so by more than {@code slack} nanoseconds. */
  QueueOrder(QueueValues values, long slack) {
    this.values = values;
    this.slack = slack;
  }

  void judge(Surest surest) {
    long latest = Long.MIN_VALUE;
    int older = -1;
    int next = 0;
    for (int newer : values.byBegin) {
      while (next < values.byFinish.length
          && values.putFinish[values.byFinish[next]] + slack < values.putBegin[newer]) {
        int value = values.byFinish[next++];
        if (values.takeBegin[value] > latest) {
          latest = values.takeBegin[value];
          older = value;
        }
      }
      if (values.received(newer) && values.takeFinish[newer] + slack < latest) {
        int a = older;
        long margin = margin(a, newer);
        surest.add(Observation.NOT_LINEARIZABLE, margin, () -> violation(a, newer, margin));
      }
    }
  }

  private long margin(int a, int b) {
    long put = Surest.margin(values.putFinish[a], values.putBegin[b]);
    return values.takeBegin[a] == Operations.NEVER
        ? put
        : Math.min(put, Surest.margin(values.takeFinish[b], values.takeBegin[a]));
  }

  private Violation violation(int a, int b, long margin) {
    Words words = new Words(values.delivery.sends.history);
    int putA = values.send(a);
    int putB = values.send(b);
    boolean came = values.received(a);
    String first = words.receive("m2", values.receive(b));
    return new Violation(
        came ? Observation.NOT_LINEARIZABLE : Observation.LOST_BETWEEN_THE_LIVING,
        words.send("m1", putA)
            + ", and "
            + words.send("m2", putB)
            + ", begun after that, at "
            + words.ms(values.putBegin[b]),
        "m1 is received before m2",
        came
            ? first + ", and only then " + words.receive("m1", values.receive(a))
            : first + ", and m1 never came",
        came
            ? List.of(putA, putB, values.receive(b), values.receive(a))
            : List.of(putA, putB, values.receive(b)),
        List.of(),
        margin);
  }
}
