package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Sight;

/**
 * The descriptors that a process has from its parent are as they were.
 *
 * @param before the look before a peer went
 * @param after the look after it
 */
public record FlagsKept(String before, String after) implements Rule {
  /** Standard input, output and error, which others may share. */
  private static final int INHERITED = 2;

  @Override
  public Finding judge(History history) {
    if (history.sight(before).isEmpty() || history.sight(after).isEmpty()) {
      return Finding.undecided("nobody looked before and after");
    }
    Surest surest = new Surest();
    boolean compared = false;
    for (Sight.Held then : history.sight(before).get().held()) {
      for (Sight.Held now : history.sight(after).get().held()) {
        compared |= same(then, now);
        if (same(then, now) && then.flags() != now.flags()) {
          surest.add(Observation.FLAGS_CHANGED, Long.MAX_VALUE, () -> violation(then, now));
        }
      }
    }
    return surest.finding(compared ? "" : "no inherited descriptor was seen before and after");
  }

  private static boolean same(Sight.Held then, Sight.Held now) {
    return then.descriptor() >= 0
        && then.descriptor() <= INHERITED
        && then.process().equals(now.process())
        && then.descriptor() == now.descriptor()
        && then.target().equals(now.target());
  }

  private static Violation violation(Sight.Held then, Sight.Held now) {
    return new Violation(
        Observation.FLAGS_CHANGED,
        "a peer of %s close or die".formatted(then.process()),
        "the descriptors that it has from others stay as they are",
        "descriptor %d had the flags 0%s and has 0%s"
            .formatted(
                then.descriptor(),
                Integer.toOctalString(then.flags()),
                Integer.toOctalString(now.flags())),
        List.of(),
        List.of(),
        Long.MAX_VALUE);
  }
}
