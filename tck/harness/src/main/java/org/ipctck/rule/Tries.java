package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;

/** A send or receive that only tries comes back, whatever the others do. */
public final class Tries implements Rule {
  @Override
  public Finding judge(History history) {
    Operations operations = history.operations();
    Asked asked = new Asked(history);
    Surest surest = new Surest();
    String undecided = "";
    boolean tried = false;
    for (int row = 0; row < operations.size(); row++) {
      boolean transfers = operations.kind(row) == Kind.SEND || operations.kind(row) == Kind.RECEIVE;
      if (!transfers || !asked.tries(row) || asked.struck(operations.end(row))) {
        continue;
      }
      tried = true;
      int at = row;
      long wait = Stamps.finish(history, row) - operations.begin(row);
      if (wait > Stamps.must(history)) {
        surest.add(Observation.TRY_WAITED, Long.MAX_VALUE, () -> violation(history, at, wait));
      } else if (Stamps.hangs(history, row)) {
        undecided = Stamps.NOT_LONG_ENOUGH;
      }
    }
    return surest.finding(undecided.isEmpty() && !tried ? "nobody tried" : undecided);
  }

  private static Violation violation(History history, int row, long wait) {
    Words words = new Words(history);
    boolean hangs = Stamps.hangs(history, row);
    return new Violation(
        Observation.TRY_WAITED,
        "o1 = a try of %s to %s %s"
            .formatted(
                words.end(row),
                history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT),
                words.span(row)),
        "a try never waits",
        (hangs ? "it had not come back after %d ms" : "it took %d ms").formatted(wait / 1_000_000),
        List.of(row),
        List.of(),
        Long.MAX_VALUE);
  }
}
