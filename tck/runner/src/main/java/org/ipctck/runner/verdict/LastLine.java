package org.ipctck.runner.verdict;

import java.util.List;
import org.ipctck.report.Conformance;
import org.ipctck.report.Results;
import org.ipctck.runner.exit.ExitCode;

/** The last line on standard output, which programs read. */
public final class LastLine {
  private LastLine() {}

  /** The line for these subjects; the numbers are sums. */
  public static String of(List<Results.Subject> subjects, ExitCode exit, String report) {
    Counts sums =
        subjects.stream()
            .map(subject -> Counts.of(subject.requirements()))
            .reduce(new Counts(0, 0, 0, 0, 0, 0, 0), Counts::plus);
    return "ipc-tck: verdict="
        + worst(subjects)
        + " exit="
        + exit.code()
        + numbers(sums)
        + " report="
        + report;
  }

  private static String numbers(Counts sums) {
    return " must=%d/%d failed=%d untested=%d inconclusive=%d known=%d na=%d"
        .formatted(
            sums.kept(),
            sums.applying(),
            sums.failed(),
            sums.untested(),
            sums.inconclusive(),
            sums.known(),
            sums.exempt());
  }

  private static Conformance worst(List<Results.Subject> subjects) {
    return subjects.stream()
        .map(Results.Subject::verdict)
        .min(Enum::compareTo)
        .orElse(Conformance.UNDECIDED);
  }
}
