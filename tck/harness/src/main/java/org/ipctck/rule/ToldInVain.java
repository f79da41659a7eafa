package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;

/**
 * A receiver that was told that there is something finds it, or the end, or a reason.
 *
 * <p>Where receives are made when the end was told, each of them is a try, and there is one
 * receiver: nobody else can have taken what it was told of.
 */
public final class ToldInVain implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    boolean told = false;
    for (Operation row : history.operations().rows().toList()) {
      if (row.kind() != Kind.RECEIVE || !isTold(history, row)) {
        continue;
      }
      told = true;
      if (row.outcome() == Outcome.NOTHING) {
        surest.add(Observation.TOLD_IN_VAIN, Long.MAX_VALUE, () -> violation(history, row));
      }
    }
    return surest.finding(told ? "" : "no receiver was told of anything");
  }

  private static boolean isTold(History history, Operation row) {
    int step = history.steps()[row.index()];
    return step >= 0
        && history.scenario().steps().get(step).action() instanceof Action.Receive receive
        && receive.notified();
  }

  private static Violation violation(History history, Operation row) {
    Words words = new Words(history);
    return new Violation(
        Observation.TOLD_IN_VAIN,
        "%s be told that there is something to receive".formatted(words.end(row.index())),
        "it finds a message, the end, or a reason",
        "its try %s found nothing".formatted(words.span(row.index())),
        List.of(row.index()),
        List.of(),
        Long.MAX_VALUE);
  }
}
