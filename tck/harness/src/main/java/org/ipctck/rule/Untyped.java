package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;

/** Every operation came out in the words of the interface. */
public final class Untyped implements Rule {
  @Override
  public Finding judge(History history) {
    Operations operations = history.operations();
    Surest surest = new Surest();
    for (int row = 0; row < operations.size(); row++) {
      if (operations.outcome(row) == Outcome.UNTYPED) {
        int at = row;
        surest.add(Observation.UNTYPED_ERROR, Long.MAX_VALUE, () -> violation(history, at));
      }
    }
    return surest.finding();
  }

  private static Violation violation(History history, int row) {
    Words words = new Words(history);
    String kind = history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT);
    return new Violation(
        Observation.UNTYPED_ERROR,
        "o1 = the %s of %s %s".formatted(kind, words.end(row), words.span(row)),
        "o1 comes out in the words of the interface",
        "it threw what the interface does not declare",
        List.of(row),
        List.of(),
        Long.MAX_VALUE);
  }
}
