package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;

/** Who waits at an end that another thread closes comes back. */
public final class ReleasedByClose implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    boolean unsure = false;
    List<Operation> rows = history.operations().rows().toList();
    long must = Stamps.must(history);
    for (Operation close : rows) {
      for (Operation row : rows) {
        if (close.kind() == Kind.CLOSE
            && row.kind() != Kind.CLOSE
            && row.end() == close.end()
            && row.begin() < close.begin()) {
          long wait = until(history, row) - close.begin();
          if (wait > must) {
            surest.add(
                Observation.NOT_RELEASED_BY_CLOSE,
                Long.MAX_VALUE,
                () -> violation(history, close, row, wait));
          }
          unsure |=
              Stamps.hangs(history, row.index()) && Lives.lastingUntil(history, Long.MAX_VALUE);
        }
      }
    }
    return surest.finding(unsure ? Stamps.NOT_LONG_ENOUGH : "");
  }

  /** Until when it was there; what a fault has struck is not looked at any more. */
  private static long until(History history, Operation row) {
    return history.faults().stream()
        .filter(FaultRecord::landed)
        .mapToLong(FaultRecord::begun)
        .reduce(Stamps.finish(history, row.index()), Math::min);
  }

  private static Violation violation(History history, Operation close, Operation row, long wait) {
    Words words = new Words(history);
    return new Violation(
        Observation.NOT_RELEASED_BY_CLOSE,
        "%s be closed by another thread at %s"
            .formatted(words.end(close.index()), words.ms(close.begin())),
        "whoever waits in it comes back",
        "its %s %s was still there %d ms later"
            .formatted(
                row.kind().name().toLowerCase(java.util.Locale.ROOT),
                words.span(row.index()),
                wait / 1_000_000),
        words.ordered(List.of(row.index(), close.index())),
        List.of(),
        Long.MAX_VALUE);
  }
}
