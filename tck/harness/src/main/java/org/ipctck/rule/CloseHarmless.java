package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/** A close that is not the first of its end does nothing, neither to it nor to others. */
public final class CloseHarmless implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    List<Operation> rows = history.operations().rows().toList();
    for (Operation close : rows) {
      if (close.kind() == Kind.CLOSE && repeated(rows, close)) {
        if (close.outcome() != Outcome.DONE && close.outcome() != Outcome.PENDING) {
          surest.add(Observation.CLOSE_NOT_HARMLESS, Long.MAX_VALUE, () -> failed(history, close));
        }
        harm(history, rows, close, surest);
      }
    }
    return surest.finding();
  }

  private static boolean repeated(List<Operation> rows, Operation close) {
    return rows.stream()
        .anyMatch(
            other ->
                other.kind() == Kind.CLOSE
                    && other.end() == close.end()
                    && other.index() != close.index()
                    && other.begin() < close.begin()
                    && rows.stream().noneMatch(open -> reopens(open, other, close)));
  }

  private static boolean reopens(Operation open, Operation other, Operation close) {
    return open.kind() == Kind.OPEN
        && open.end() == close.end()
        && open.begin() > other.begin()
        && open.begin() < close.begin();
  }

  private static void harm(History history, List<Operation> rows, Operation close, Surest surest) {
    if (!history.faults().isEmpty()) {
      return;
    }
    for (Operation row : rows) {
      if (!channel(history, row).equals(channel(history, close))
          && row.finish() > close.begin()
          && fails(row)
          && rows.stream().noneMatch(other -> closes(history, other, row))) {
        surest.add(
            Observation.CLOSE_NOT_HARMLESS, Long.MAX_VALUE, () -> touched(history, close, row));
      }
    }
  }

  private static String channel(History history, Operation row) {
    return history.scenario().ends().get(row.end()).channel();
  }

  private static boolean fails(Operation row) {
    return switch (row.outcome()) {
      case REFUSED -> row.kind() != Kind.CLOSE && !usual(row.reason());
      case BROKEN, END, UNTYPED -> true;
      default -> false;
    };
  }

  /** What comes of the channel, the host or the caller, whoever closes what. */
  private static boolean usual(Reason reason) {
    return switch (reason) {
      case FULL, TIMEOUT, TOO_LARGE, INTERRUPTED, NO_PEER, RESOURCES, DENIED, UNSUPPORTED -> true;
      default -> false;
    };
  }

  /** What its own channel's close explains is no harm. */
  private static boolean closes(History history, Operation other, Operation row) {
    return other.kind() == Kind.CLOSE
        && channel(history, other).equals(channel(history, row))
        && other.begin() < row.finish();
  }

  private static Violation failed(History history, Operation close) {
    Words words = new Words(history);
    return new Violation(
        Observation.CLOSE_NOT_HARMLESS,
        "%s be closed once more %s".formatted(words.end(close.index()), words.span(close.index())),
        "the second close does nothing",
        "it came out as %s %s".formatted(close.outcome(), close.reason()),
        List.of(close.index()),
        List.of(),
        Long.MAX_VALUE);
  }

  private static Violation touched(History history, Operation close, Operation row) {
    Words words = new Words(history);
    return new Violation(
        Observation.CLOSE_NOT_HARMLESS,
        "%s be closed once more %s".formatted(words.end(close.index()), words.span(close.index())),
        "nothing but that end is touched",
        "%s, whose channel nobody closed, was told %s %s %s"
            .formatted(
                words.end(row.index()), row.outcome(), row.reason(), words.span(row.index())),
        words.ordered(List.of(close.index(), row.index())),
        List.of(),
        Long.MAX_VALUE);
  }
}
