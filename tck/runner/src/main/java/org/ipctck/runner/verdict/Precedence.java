package org.ipctck.runner.verdict;

import java.util.Collection;
import java.util.List;
import org.ipctck.report.Verdict;

/** Which verdict of its checks a requirement takes. */
public final class Precedence {
  private static final List<Verdict> ORDER =
      List.of(
          Verdict.FAILED,
          Verdict.KNOWN_FAILURE,
          Verdict.COULD_NOT_RUN,
          Verdict.INCONCLUSIVE,
          Verdict.UNEXPECTED_PASS,
          Verdict.PASSED,
          Verdict.UNTESTED,
          Verdict.NOT_APPLICABLE);

  private Precedence() {}

  /**
   * The verdict of a requirement with these checks. For one that is no MUST, {@code DEVIATION}
   * stands for {@code FAILED}. Without any check it is untested.
   */
  public static Verdict of(Collection<Verdict> checks, String level) {
    Verdict first =
        ORDER.stream().filter(each -> has(checks, each)).findFirst().orElse(Verdict.UNTESTED);
    return first == Verdict.FAILED && !level.equals("MUST") ? Verdict.DEVIATION : first;
  }

  private static boolean has(Collection<Verdict> checks, Verdict verdict) {
    return checks.contains(verdict)
        || (verdict == Verdict.FAILED && checks.contains(Verdict.DEVIATION));
  }
}
