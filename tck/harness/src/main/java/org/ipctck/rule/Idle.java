package org.ipctck.rule;

import java.util.List;
import java.util.Optional;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;

/** A channel that carried messages before its sender paused carries them after. */
public final class Idle implements Rule {
  @Override
  public Finding judge(History history) {
    Operations operations = history.operations();
    Unheard unheard = new Unheard(history);
    Surest surest = new Surest();
    boolean carried = false;
    for (int end = 0; end < history.scenario().ends().size(); end++) {
      int before = -1;
      for (int row = 0; row < operations.size(); row++) {
        if (operations.end(row) == end && operations.kind(row) == Kind.SEND) {
          if (before >= 0 && pausedFor(history, before, row)) {
            judge(history, unheard, before, row, surest);
            carried |= unheard.came(row);
          }
          before = row;
        }
      }
    }
    return surest.finding(carried ? "" : "nobody got a message that was sent after a pause");
  }

  /** Whether the pause was as long as the script asked for, with nothing in between. */
  private static boolean pausedFor(History history, int before, int row) {
    long asked =
        new Asked(history)
                .step(row)
                .map(step -> step.action() instanceof Action.Send send ? send.pauseMicros() : 0)
                .orElse(0)
            * 1_000L;
    Operations operations = history.operations();
    return asked > 0
        && operations.outcome(before) == Outcome.ACCEPTED
        && operations.begin(row) - operations.finish(before) >= asked;
  }

  private static void judge(History history, Unheard unheard, int before, int row, Surest surest) {
    Operations operations = history.operations();
    unheard
        .rows()
        .filter(other -> unheard.end(other).channel().equals(unheard.end(row).channel()))
        .filter(
            other ->
                operations.begin(other) > operations.finish(before)
                    || waits(history, before, other))
        .forEach(
            other -> {
              Optional<String> wrong = unheard.wrong(other);
              wrong.ifPresent(
                  words ->
                      surest.add(
                          Observation.BROKEN_BY_IDLENESS,
                          Long.MAX_VALUE,
                          () -> violation(history, before, row, words)));
            });
  }

  /** Whether a receive waited through the pause. */
  private static boolean waits(History history, int before, int other) {
    return history.operations().kind(other) == Kind.RECEIVE
        && Stamps.finish(history, other) > history.operations().finish(before);
  }

  private static Violation violation(History history, int before, int row, String seen) {
    Words words = new Words(history);
    return new Violation(
        Observation.BROKEN_BY_IDLENESS,
        "channel %s be idle from %s to %s, with both ends open"
            .formatted(
                words.channel(row),
                words.ms(history.operations().finish(before)),
                words.ms(history.operations().begin(row))),
        "it carries the next message",
        seen,
        words.ordered(List.of(before, row)),
        List.of(),
        Long.MAX_VALUE);
  }
}
