package org.ipctck.runner.verdict;

import java.util.List;
import org.ipctck.report.Results.Check;
import org.ipctck.report.Verdict;
import org.ipctck.runner.record.CheckRecord;

/** What is made of the checks of a requirement that are known to fail. */
final class Expectation {
  private Expectation() {}

  /**
   * A listed check that fails is a known failure, one that passes an unexpected pass. Where the
   * requirement is listed as a whole, it is enough that one of its checks fails.
   */
  static List<Check> apply(List<Check> checks, String subject, String id, KnownFailures known) {
    boolean whole = known.listsRequirement(subject, id);
    boolean fails = checks.stream().anyMatch(check -> check.verdict() == Verdict.FAILED);
    return checks.stream()
        .map(
            check -> {
              boolean named = known.listsCheck(subject, id, check.name());
              return with(check, expected(check.verdict(), named || whole, named || !fails));
            })
        .toList();
  }

  private static Verdict expected(Verdict verdict, boolean listed, boolean passIsStale) {
    if (listed && verdict == Verdict.FAILED) {
      return Verdict.KNOWN_FAILURE;
    }
    return listed && passIsStale && verdict == Verdict.PASSED ? Verdict.UNEXPECTED_PASS : verdict;
  }

  private static Check with(Check check, Verdict verdict) {
    String reason =
        verdict == Verdict.UNEXPECTED_PASS ? "it is a known failure, and passes" : check.reason();
    return CheckRecord.with(check, verdict, reason);
  }
}
