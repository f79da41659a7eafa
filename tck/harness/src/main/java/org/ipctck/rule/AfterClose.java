package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/** An end that was closed does nothing more, and says so. */
public final class AfterClose implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    List<Operation> rows = history.operations().rows().toList();
    for (Operation close : rows) {
      if (close.kind() == Kind.CLOSE && close.outcome() == Outcome.DONE) {
        for (Operation row : rows) {
          if (row.end() == close.end()
              && row.begin() > close.finish()
              && works(history, row)
              && rows.stream().noneMatch(open -> reopens(open, close, row))) {
            long margin = Surest.margin(close.finish(), row.begin());
            surest.add(
                Observation.WORKS_AFTER_CLOSE,
                margin,
                () -> violation(history, close, row, margin));
          }
        }
      }
    }
    String vain = rows.stream().anyMatch(row -> used(rows, row)) ? "" : "nobody used a closed end";
    return surest.finding(undecided(history, rows) ? Stamps.NOT_LONG_ENOUGH : vain);
  }

  private static boolean used(List<Operation> rows, Operation row) {
    return (row.kind() == Kind.SEND || row.kind() == Kind.RECEIVE)
        && rows.stream()
            .filter(close -> close.kind() == Kind.CLOSE && close.outcome() == Outcome.DONE)
            .anyMatch(close -> close.end() == row.end() && close.finish() < row.begin());
  }

  private static boolean works(History history, Operation row) {
    if (row.kind() != Kind.SEND && row.kind() != Kind.RECEIVE) {
      return false;
    }
    return switch (row.outcome()) {
      case UNTYPED, INTERRUPTED -> false;
      case PENDING -> waits(history, row) > Stamps.must(history);
      default -> row.reason() != Reason.CLOSED && row.reason() != Reason.INTERRUPTED;
    };
  }

  /** How long something hung that nobody struck. */
  private static long waits(History history, Operation row) {
    return history.faults().isEmpty() ? Stamps.finish(history, row.index()) - row.begin() : 0;
  }

  private static boolean undecided(History history, List<Operation> rows) {
    return history.faults().isEmpty()
        && rows.stream()
            .filter(row -> row.kind() == Kind.SEND || row.kind() == Kind.RECEIVE)
            .anyMatch(row -> Stamps.hangs(history, row.index()));
  }

  private static boolean reopens(Operation open, Operation close, Operation row) {
    return open.kind() == Kind.OPEN
        && open.end() == close.end()
        && open.begin() > close.begin()
        && open.begin() < row.begin();
  }

  private static Violation violation(History history, Operation close, Operation row, long margin) {
    Words words = new Words(history);
    return new Violation(
        Observation.WORKS_AFTER_CLOSE,
        "%s be closed %s".formatted(words.end(close.index()), words.span(close.index())),
        "what it does afterwards fails with CLOSED",
        "its %s %s came out as %s %s"
            .formatted(
                row.kind().name().toLowerCase(java.util.Locale.ROOT),
                words.span(row.index()),
                row.outcome(),
                row.reason()),
        List.of(close.index(), row.index()),
        List.of(),
        margin);
  }
}
