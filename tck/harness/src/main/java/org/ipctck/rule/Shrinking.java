package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.spi.Reason;

/**
 * A file that a process has mapped stays as long as it was, whatever others do with the channel.
 *
 * @param before the look when it was in use
 * @param after the look when others have gone or come
 */
public record Shrinking(String before, String after) implements Rule {
  @Override
  public Finding judge(History history) {
    if (history.sight(before).isEmpty() || history.sight(after).isEmpty()) {
      return Finding.undecided("nobody looked before and after");
    }
    Surest surest = new Surest();
    Sight first = history.sight(before).get();
    Sight second = history.sight(after).get();
    for (Sight.Held then : first.held()) {
      if (isMapped(first, then) && isMapped(second, then)) {
        second.held().stream()
            .filter(now -> same(then, now) && now.size() >= 0 && now.size() < then.size())
            .forEach(
                now ->
                    surest.add(
                        Observation.SHRUNK_IN_USE,
                        then.size() - now.size(),
                        () -> shorter(then, now)));
      }
    }
    lostPages(history, first, surest);
    return surest.finding();
  }

  private static boolean same(Sight.Held then, Sight.Held now) {
    return then.process().equals(now.process()) && then.inode() == now.inode();
  }

  /** Whether the process has the file mapped. */
  private static boolean isMapped(Sight sight, Sight.Held file) {
    return sight.held().stream().anyMatch(held -> held.descriptor() < 0 && same(file, held));
  }

  /** Who touches a page that is there no more is told so, or ended. */
  private static void lostPages(History history, Sight first, Surest surest) {
    Operations operations = history.operations();
    for (int row = 0; row < operations.size(); row++) {
      boolean uses = operations.kind(row) == Kind.SEND || operations.kind(row) == Kind.RECEIVE;
      boolean lost =
          operations.outcome(row) == Outcome.UNTYPED || operations.reason(row) == Reason.LAYOUT;
      if (uses && lost && operations.begin(row) > first.done()) {
        int at = row;
        surest.add(Observation.SHRUNK_IN_USE, 0, () -> damaged(history, at));
      }
    }
  }

  private static Violation shorter(Sight.Held then, Sight.Held now) {
    return violation(
        "%s have a file mapped, of %d bytes, while others close, die or open"
            .formatted(then.process(), then.size()),
        "it had %d bytes afterwards".formatted(now.size()),
        List.of());
  }

  private static Violation damaged(History history, int row) {
    Words words = new Words(history);
    return violation(
        words.end(row) + " use a mapped file, while others close, die or open",
        "its %s %s came out as %s %s"
            .formatted(
                history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT),
                words.span(row),
                history.operations().outcome(row),
                history.operations().reason(row)),
        List.of(row));
  }

  private static Violation violation(String let, String but, List<Integer> rows) {
    return new Violation(
        Observation.SHRUNK_IN_USE,
        let,
        "no operation of the transport makes it shorter",
        but,
        rows,
        List.of(),
        Long.MAX_VALUE);
  }
}
