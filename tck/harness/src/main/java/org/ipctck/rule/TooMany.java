package org.ipctck.rule;

import java.util.List;
import java.util.Optional;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/** Where all places of a side are taken, one more is refused, and nobody is disturbed by it. */
public final class TooMany implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    Unheard unheard = new Unheard(history);
    boolean went = false;
    for (int row = 0; row < history.operations().size(); row++) {
      if (history.operations().kind(row) == Kind.OPEN && taken(history, unheard, row)) {
        refused(history, row, surest);
        disturbed(history, unheard, row, surest);
        went |= goesOn(history, unheard, row);
      }
    }
    return surest.finding(
        went ? "" : "nobody was refused as one too many and heard of others after");
  }

  /** Whether one too many was answered, and a message of the others came after that. */
  private static boolean goesOn(History history, Unheard unheard, int row) {
    Operations operations = history.operations();
    return operations.reason(row) == Reason.NAME_IN_USE
        && unheard
            .rows()
            .filter(other -> unheard.end(other).channel().equals(unheard.end(row).channel()))
            .filter(other -> operations.begin(other) > operations.finish(row))
            .anyMatch(unheard::came);
  }

  /** Whether each place was taken by somebody who was there all the while. */
  private static boolean taken(History history, Unheard unheard, int row) {
    End end = unheard.end(row);
    ChannelPlan plan = history.scenario().channel(end.channel());
    int places = end.side() == End.Side.SENDER ? plan.senders() : plan.receivers();
    return unheard.beside(row).size() >= places;
  }

  private static void refused(History history, int row, Surest surest) {
    Operations operations = history.operations();
    Reason reason = operations.reason(row);
    boolean as = operations.outcome(row) == Outcome.REFUSED && reason == Reason.NAME_IN_USE;
    boolean lacks = operations.outcome(row) == Outcome.REFUSED && reason == Reason.RESOURCES;
    boolean hangs =
        operations.outcome(row) == Outcome.PENDING
            && Stamps.finish(history, row) - operations.begin(row) > Stamps.must(history);
    boolean other =
        operations.outcome(row) == Outcome.DONE || operations.outcome(row) == Outcome.REFUSED;
    if (!as && !lacks && (hangs || other)) {
      String seen =
          operations.outcome(row) == Outcome.DONE
              ? "it was opened"
              : hangs ? "it never came back" : "it was refused as " + reason;
      surest.add(
          Observation.ONE_TOO_MANY, Long.MAX_VALUE, () -> violation(history, row, row, seen));
    }
  }

  /** What the others do after the one too many came, or its opener gave up. */
  private static void disturbed(History history, Unheard unheard, int row, Surest surest) {
    Operations operations = history.operations();
    if (operations.outcome(row) != Outcome.REFUSED) {
      return;
    }
    unheard
        .rows()
        .filter(other -> operations.begin(other) > operations.begin(row))
        .filter(other -> unheard.end(other).channel().equals(unheard.end(row).channel()))
        .forEach(
            other -> {
              Optional<String> wrong = unheard.wrong(other);
              wrong.ifPresent(
                  words ->
                      surest.add(
                          Observation.ONE_TOO_MANY,
                          Long.MAX_VALUE,
                          () -> violation(history, row, other, "after that " + words)));
            });
  }

  private static Violation violation(History history, int row, int other, String seen) {
    Words words = new Words(history);
    return new Violation(
        Observation.ONE_TOO_MANY,
        "each place on its side of channel %s be taken while %s opens one more %s"
            .formatted(words.channel(row), words.end(row), words.span(row)),
        "it is refused as NAME_IN_USE, and the others go on",
        seen,
        words.ordered(row == other ? List.of(row) : List.of(row, other)),
        List.of(),
        Long.MAX_VALUE);
  }
}
