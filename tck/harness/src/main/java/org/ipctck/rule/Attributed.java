package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.history.History;

/**
 * Other rules, whose violations are blamed on the surroundings in which they show, since the same
 * is kept elsewhere: whoever plays the scenario has to see to that.
 *
 * @param to what is seen
 * @param where the surroundings, in words
 * @param rules what has to be kept there
 */
public record Attributed(Observation to, String where, List<Rule> rules) implements Rule {
  public Attributed {
    rules = List.copyOf(rules);
  }

  @Override
  public Finding judge(History history) {
    List<Violation> all = new ArrayList<>();
    String undecided = "";
    for (Rule rule : rules) {
      Finding finding = rule.judge(history);
      finding.violations().forEach(violation -> all.add(attributed(violation)));
      undecided = undecided.isEmpty() ? finding.undecided() : undecided;
    }
    return all.isEmpty() ? new Finding(List.of(), undecided) : Finding.broken(all);
  }

  private Violation attributed(Violation violation) {
    return violation.observation().requirement().isEmpty()
        ? violation
        : new Violation(
            to,
            where + "; " + violation.let(),
            violation.then() + ", as it does elsewhere",
            violation.but(),
            violation.witness(),
            violation.faults(),
            violation.marginNanos());
  }
}
