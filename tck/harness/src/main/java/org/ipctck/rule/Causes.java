package org.ipctck.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;

/**
 * What each send may be an effect of: how many messages of each sending end its process knew of, as
 * one that sent them, received them, or received a message whose sender knew of them.
 *
 * <p>These are vector clocks (Fidge 1988, Mattern 1989) over the operations of processes: one comes
 * after another of its process when it began after that had returned. An end's messages are known
 * in their order, so a count for each end will do.
 */
final class Causes {
  private final Sends sends;
  private final Operations operations;
  private final List<End> ends;
  private final int[] nothing;
  private final Map<Integer, int[]> atSend = new HashMap<>();
  private final Map<String, int[]> known = new HashMap<>();

  Causes(Sends sends) {
    this.sends = sends;
    this.operations = sends.operations;
    this.ends = sends.history.scenario().ends();
    this.nothing = new int[ends.size()];
    // Beginnings first where stamps are equal: what overlaps has no order.
    record Moment(long stamp, boolean finish, int row) {}
    IntStream.range(0, operations.size())
        .boxed()
        .flatMap(
            row ->
                List.of(
                    new Moment(operations.begin(row), false, row),
                    new Moment(operations.finish(row), true, row))
                    .stream())
        .filter(moment -> moment.stamp() != Operations.NEVER)
        .sorted(Comparator.comparingLong(Moment::stamp).thenComparing(Moment::finish))
        .forEach(moment -> pass(moment.row(), moment.finish()));
  }

  /** How many messages of a sending end whoever did this send knew of when it began. */
  int of(int send, int end) {
    return atSend.getOrDefault(send, nothing)[end];
  }

  private void pass(int row, boolean finish) {
    int[] knows =
        known.computeIfAbsent(ends.get(operations.end(row)).process(), any -> new int[ends.size()]);
    if (!finish && operations.kind(row) == Kind.SEND) {
      atSend.put(row, knows.clone());
    } else if (finish && operations.outcome(row) == Outcome.ACCEPTED) {
      learn(knows, row);
    } else if (finish && operations.outcome(row) == Outcome.MESSAGE) {
      int message = sends.message(operations.message(row));
      int send = message < 0 ? -1 : sends.row(message);
      if (send >= 0 && atSend.containsKey(send)) {
        int[] told = atSend.getOrDefault(send, nothing);
        Arrays.setAll(knows, end -> Math.max(knows[end], told[end]));
        learn(knows, send);
      }
    }
  }

  private void learn(int[] knows, int send) {
    int end = operations.end(send);
    int count = sends.message(operations.message(send)) - sends.first(end) + 1;
    knows[end] = Math.max(knows[end], count);
  }
}
