package org.ipctck.runner.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipctck.report.Conformance;
import org.ipctck.report.Results;
import org.ipctck.report.Verdict;

/** Requirements, checks and subjects made by hand. */
final class Made {
  private Made() {}

  static Results.Check check(String name, Verdict verdict) {
    Results.Faults none = new Results.Faults(0, 0, Map.of());
    return new Results.Check(
        name,
        "traffic",
        verdict,
        1,
        1,
        1,
        none,
        Optional.empty(),
        1,
        "why " + name,
        Optional.empty());
  }

  static Results.Requirement requirement(String id, String level, Verdict verdict) {
    return new Results.Requirement(
        id, "ordering", level, "a title", "a rule", "nothing", verdict, "", List.of());
  }

  static List<Results.Requirement> musts(Verdict... verdicts) {
    return Arrays.stream(verdicts).map(each -> requirement("ORD-1", "MUST", each)).toList();
  }

  static Results.Subject subject(String name, List<Results.Requirement> requirements) {
    Conformance verdict = SubjectVerdict.of(name, requirements, false).conformance();
    return new Results.Subject(
        name,
        "1",
        "pipe",
        "jvm",
        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(),
        verdict,
        "",
        requirements);
  }
}
