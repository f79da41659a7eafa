package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/**
 * Who lacks what an open needs is refused as RESOURCES or works, leaves nothing behind, and opens
 * when it is there again.
 *
 * @param left the look before anybody tries again
 */
public record Lacking(String left) implements Rule {

  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    Shortage shortage = new Shortage(history);
    for (int row = 0; row < history.operations().size(); row++) {
      String wrong = wrong(history, shortage, row);
      if (!wrong.isEmpty()) {
        int at = row;
        surest.add(Observation.LACK_NOT_TOLD, Long.MAX_VALUE, () -> violation(history, at, wrong));
      }
      if (history.profile().is(Promise.NAMES, "removed")
          && shortage.lacks(row)
          && refused(history, row)) {
        remains(history, row, surest);
      }
    }
    return surest.finding();
  }

  private static boolean refused(History history, int row) {
    return history.operations().kind(row) == Kind.OPEN
        && history.operations().outcome(row) == Outcome.REFUSED;
  }

  /** What is wrong with an operation, in words; empty when nothing is. */
  private static String wrong(History history, Shortage shortage, int row) {
    Operations operations = history.operations();
    Outcome outcome = operations.outcome(row);
    Reason reason = operations.reason(row);
    boolean patient = reason == Reason.TIMEOUT || reason == Reason.INTERRUPTED;
    if (refused(history, row) && !patient && shortage.possible(row)) {
      if (shortage.lacks(row) && reason != Reason.RESOURCES) {
        return "it was refused as " + reason;
      }
      if (shortage.over(row)) {
        return "it was refused as " + reason + ", although everything was there again";
      }
    }
    if (!shortage.ofDisk(row)) {
      // Without descriptors a runtime may fail on its own, before the transport is asked.
      return "";
    }
    boolean damaged = reason == Reason.LAYOUT || reason == Reason.MALFORMED;
    boolean crashed = outcome == Outcome.UNTYPED || operations.kind(row) != Kind.OPEN && damaged;
    return crashed ? "it came out as %s %s".formatted(outcome, reason) : "";
  }

  /** Whatever lies in the folder of a channel that nobody could open. */
  private void remains(History history, int row, Surest surest) {
    Unheard unheard = new Unheard(history);
    String channel = unheard.end(row).channel();
    String folder = history.scenario().channel(channel).folder() + "/";
    boolean opened =
        unheard
            .rows()
            .filter(other -> history.operations().kind(other) == Kind.OPEN)
            .filter(other -> history.operations().outcome(other) == Outcome.DONE)
            .filter(other -> unheard.end(other).channel().equals(channel))
            .anyMatch(other -> history.operations().begin(other) < looked(history));
    if (!opened && history.operations().finish(row) < looked(history)) {
      history.sight(left).stream()
          .flatMap(sight -> sight.names().stream())
          .map(Sight.Name::path)
          .filter(path -> path.startsWith(folder))
          .forEach(
              path ->
                  surest.add(
                      Observation.LACK_NOT_TOLD,
                      Long.MAX_VALUE,
                      () -> violation(history, row, "it left " + path)));
    }
  }

  private long looked(History history) {
    return history.sight(left).map(Sight::begun).orElse(Long.MIN_VALUE);
  }

  private static Violation violation(History history, int row, String wrong) {
    Words words = new Words(history);
    String kind = history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT);
    return new Violation(
        Observation.LACK_NOT_TOLD,
        "%s lack room or descriptors, and its %s run %s"
            .formatted(words.end(row), kind, words.span(row)),
        "an open is refused as RESOURCES, without a trace, or everything works",
        wrong,
        List.of(row),
        List.of(),
        Long.MAX_VALUE);
  }
}
