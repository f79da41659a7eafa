package org.ipctck.runner.verdict;

import java.util.List;
import org.ipctck.report.Results;
import org.ipctck.report.Verdict;

/**
 * How many MUST requirements came out how.
 *
 * @param kept hold
 * @param applying apply, whatever became of them
 * @param failed do not hold
 * @param untested were not tested
 * @param inconclusive stayed open
 * @param known do not hold, as known
 * @param exempt do not apply
 */
public record Counts(
    int kept, int applying, int failed, int untested, int inconclusive, int known, int exempt) {

  /** Those of one subject. */
  public static Counts of(List<Results.Requirement> requirements) {
    List<Verdict> musts =
        requirements.stream()
            .filter(each -> each.level().equals("MUST"))
            .map(Results.Requirement::verdict)
            .toList();
    int exempt = count(musts, Verdict.NOT_APPLICABLE);
    return new Counts(
        count(musts, Verdict.PASSED) + count(musts, Verdict.UNEXPECTED_PASS),
        musts.size() - exempt,
        count(musts, Verdict.FAILED),
        count(musts, Verdict.UNTESTED),
        count(musts, Verdict.INCONCLUSIVE),
        count(musts, Verdict.KNOWN_FAILURE),
        exempt);
  }

  private static int count(List<Verdict> verdicts, Verdict verdict) {
    return (int) verdicts.stream().filter(verdict::equals).count();
  }

  /** Both together. */
  public Counts plus(Counts other) {
    return new Counts(
        kept + other.kept,
        applying + other.applying,
        failed + other.failed,
        untested + other.untested,
        inconclusive + other.inconclusive,
        known + other.known,
        exempt + other.exempt);
  }
}
