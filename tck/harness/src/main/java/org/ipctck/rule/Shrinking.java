package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Sight;

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
    return surest.finding();
  }

  private static boolean same(Sight.Held then, Sight.Held now) {
    return then.process().equals(now.process()) && then.inode() == now.inode();
  }

  /** Whether the process has the file mapped. */
  private static boolean isMapped(Sight sight, Sight.Held file) {
    return sight.held().stream().anyMatch(held -> held.descriptor() < 0 && same(file, held));
  }

  private static Violation shorter(Sight.Held then, Sight.Held now) {
    return new Violation(
        Observation.SHRUNK_IN_USE,
        "%s have a file mapped, of %d bytes, while others close, die or open"
            .formatted(then.process(), then.size()),
        "no operation of the transport makes it shorter",
        "it had %d bytes afterwards".formatted(now.size()),
        List.of(),
        List.of(),
        Long.MAX_VALUE);
  }
}
