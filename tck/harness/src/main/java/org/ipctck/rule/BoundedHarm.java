package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.Fall;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.Move;

/**
 * Whatever a rogue writes, no process ends, no operation outlasts its time-out by more than the
 * declared bound, and no message is longer than was agreed.
 *
 * @param to who is blamed
 */
public record BoundedHarm(Observation to) implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    for (Fall fall : history.fallen()) {
      surest.add(to, Long.MAX_VALUE, () -> fell(fall));
    }
    String undecided = "";
    long intruded = intruded(history);
    for (int row = 0; row < history.operations().size(); row++) {
      int at = row;
      if (tooLong(history, row)) {
        surest.add(to, Long.MAX_VALUE, () -> oversized(history, at));
      } else if (intruded != Operations.NEVER && Overdue.stays(history, row)) {
        if (Overdue.certainly(history, row, intruded)) {
          surest.add(to, Long.MAX_VALUE, () -> hung(history, at));
        } else {
          undecided = Stamps.NOT_LONG_ENOUGH;
        }
      }
    }
    return surest.finding(undecided);
  }

  /** When the rogue had been there for the first time; never when it had not. */
  static long intruded(History history) {
    return history.scenario().moves().stream()
        .filter(move -> move.deed() instanceof Move.Intrude)
        .flatMap(move -> history.sight(move.name()).stream())
        .filter(sight -> !sight.names().isEmpty())
        .mapToLong(Sight::done)
        .min()
        .orElse(Operations.NEVER);
  }

  private static ChannelPlan channel(History history, int row) {
    int end = history.operations().end(row);
    return history.scenario().channel(history.scenario().ends().get(end).channel());
  }

  private static boolean tooLong(History history, int row) {
    return history.operations().outcome(row) == Outcome.MESSAGE
        && history.operations().bytes(row) > channel(history, row).maxBytes();
  }

  private Violation fell(Fall fall) {
    return violation("process " + fall.process() + " lives", "it ended by itself: " + fall.how());
  }

  private Violation oversized(History history, int row) {
    Words words = new Words(history);
    int most = channel(history, row).maxBytes();
    return violation(
        "no message of more than %d bytes is delivered".formatted(most),
        words.receive("one of %d bytes".formatted(history.operations().bytes(row)), row),
        row);
  }

  private Violation hung(History history, int row) {
    Words words = new Words(history);
    String kind = history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT);
    return violation(
        "every operation comes back with its time-out",
        "the %s of %s from %s has not returned"
            .formatted(kind, words.end(row), words.ms(history.operations().begin(row))),
        row);
  }

  private Violation violation(String then, String but, Integer... rows) {
    return new Violation(
        to,
        "a rogue write into a channel what nobody sends",
        then,
        but,
        List.of(rows),
        List.of(),
        Long.MAX_VALUE);
  }
}
