package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;

/** A message over the declared largest is refused as TOO_LARGE, and the channel works on. */
public final class Oversize implements Rule {
  @Override
  public Finding judge(History history) {
    String range = history.profile().get(Promise.MESSAGES);
    long largest = Long.parseLong(range.substring(range.indexOf("..") + 2));
    Surest surest = new Surest();
    List<Operation> rows = history.operations().rows().toList();
    for (Operation row : rows) {
      if (row.kind() == Kind.SEND && row.bytes() > largest && row.returned()) {
        if (!refused(row) && row.outcome() != Outcome.UNTYPED) {
          surest.add(
              Observation.OVERSIZE_NOT_REFUSED,
              Long.MAX_VALUE,
              () -> notRefused(history, row, largest));
        } else {
          unusable(history, rows, row, surest);
        }
      }
    }
    return surest.finding();
  }

  /** Whether it was refused for its size, or for what may be looked at before its size. */
  private static boolean refused(Operation row) {
    return row.outcome() == Outcome.REFUSED
        && switch (row.reason()) {
          case TOO_LARGE, CLOSED, INTERRUPTED, PEER_GONE, NO_PEER -> true;
          default -> false;
        };
  }

  private static void unusable(
      History history, List<Operation> rows, Operation oversized, Surest surest) {
    Unheard unheard = new Unheard(history);
    for (Operation row : rows) {
      if (channel(history, row).equals(channel(history, oversized))
          && row.begin() > oversized.finish()
          && broken(row)
          && unheard.accompanied(row.index())
          && Lives.lastingUntil(history, row.finish())
          && rows.stream().noneMatch(close -> closedBefore(history, close, row))) {
        long margin = Surest.margin(oversized.finish(), row.begin());
        surest.add(
            Observation.CHANNEL_UNUSABLE_AFTER_OVERSIZE,
            margin,
            () -> stuck(history, oversized, row, margin));
      }
    }
  }

  private static String channel(History history, Operation row) {
    return history.scenario().ends().get(row.end()).channel();
  }

  private static boolean broken(Operation row) {
    boolean gone =
        switch (row.reason()) {
          case FULL, TIMEOUT, TOO_LARGE, INTERRUPTED -> false;
          default -> true;
        };
    return row.outcome() == Outcome.BROKEN
        || row.outcome() == Outcome.END
        || row.kind() == Kind.SEND && row.outcome() == Outcome.REFUSED && gone;
  }

  /** A close of the same channel explains an end. */
  private static boolean closedBefore(History history, Operation close, Operation row) {
    return close.kind() == Kind.CLOSE
        && close.begin() < row.finish()
        && channel(history, close).equals(channel(history, row));
  }

  private static Violation notRefused(History history, Operation row, long largest) {
    Words words = new Words(history);
    return new Violation(
        Observation.OVERSIZE_NOT_REFUSED,
        words.send("m1", row.index()),
        "m1, over the declared largest of %d bytes, is refused as TOO_LARGE".formatted(largest),
        "it was %s %s".formatted(row.outcome(), row.reason()),
        List.of(row.index()),
        List.of(),
        Long.MAX_VALUE);
  }

  private static Violation stuck(History history, Operation oversized, Operation row, long margin) {
    Words words = new Words(history);
    return new Violation(
        Observation.CHANNEL_UNUSABLE_AFTER_OVERSIZE,
        words.send("m1", oversized.index()),
        "the channel stays usable",
        "%s was told %s %s %s"
            .formatted(
                words.end(row.index()), row.outcome(), row.reason(), words.span(row.index())),
        List.of(oversized.index(), row.index()),
        List.of(),
        margin);
  }
}
