package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.ipctck.history.Census;
import org.ipctck.history.History;

/** What processes hold does not grow with the rounds, and nothing is left when all is closed. */
public final class Leaks implements Rule {
  /** One thing in a hundred rounds is a leak; fewer may be a runtime that settles. */
  private static final int ROUNDS_A_LEAK = 100;

  @Override
  public Finding judge(History history) {
    List<Violation> violations = new ArrayList<>();
    for (Census first : history.censuses()) {
      for (Census last : history.censuses()) {
        if (first.process().equals(last.process()) && first.round() < last.round()) {
          grown(first, last, violations);
        }
      }
    }
    history.leaks().forEach(leak -> violations.add(left(leak)));
    return violations.isEmpty() ? Finding.kept() : Finding.broken(violations);
  }

  private static void grown(Census first, Census last, List<Violation> violations) {
    count("descriptors", Census::descriptors, first, last, violations);
    count("threads", Census::threads, first, last, violations);
    count("mappings of channel files", Census::mappings, first, last, violations);
    count("child processes", Census::children, first, last, violations);
    count("files", Census::files, first, last, violations);
  }

  private static void count(
      String what,
      ToIntFunction<Census> of,
      Census first,
      Census last,
      List<Violation> violations) {
    int rounds = last.round() - first.round();
    int growth = of.applyAsInt(last) - of.applyAsInt(first);
    if (growth >= Math.max(Census.GROWTH, rounds / ROUNDS_A_LEAK)) {
      violations.add(
          violation(
              "process %s hold %d %s after round %d"
                  .formatted(last.process(), of.applyAsInt(first), what, first.round()),
              "it holds no more of them after round " + last.round(),
              "it held " + of.applyAsInt(last)));
    }
  }

  private static Violation left(String leak) {
    return violation("everything be closed", "nothing is left of it", leak);
  }

  private static Violation violation(String let, String then, String but) {
    return new Violation(Observation.LEAK, let, then, but, List.of(), List.of(), Long.MAX_VALUE);
  }
}
