package org.ipctck.runner.verdict;

import java.util.List;
import java.util.Set;
import org.ipctck.report.Conformance;
import org.ipctck.report.Results;
import org.ipctck.report.Verdict;
import org.ipctck.runner.exit.ExitCode;

/**
 * What is said of a subject as a whole.
 *
 * @param conformance in a word
 * @param exit as an exit code
 * @param sentence for people
 */
public record SubjectVerdict(Conformance conformance, ExitCode exit, String sentence) {
  private static final Set<Verdict> EXERCISED =
      Set.of(
          Verdict.PASSED,
          Verdict.FAILED,
          Verdict.DEVIATION,
          Verdict.KNOWN_FAILURE,
          Verdict.UNEXPECTED_PASS);

  /** Of a subject that could not be started or failed the canary. */
  public static SubjectVerdict couldNotRun(String name, String why) {
    return new SubjectVerdict(
        Conformance.COULD_NOT_RUN, ExitCode.COULD_NOT_RUN, name + " could not run: " + why);
  }

  /** Of a subject whose requirements came to this. */
  public static SubjectVerdict of(
      String name, List<Results.Requirement> requirements, boolean strict) {
    ExitCode exit = exit(requirements, strict);
    Conformance conformance = conformance(requirements, exit);
    return new SubjectVerdict(conformance, exit, Sentence.of(name, requirements, conformance));
  }

  private static ExitCode exit(List<Results.Requirement> all, boolean strict) {
    if (hasMust(all, Verdict.FAILED)) {
      return ExitCode.NOT_CONFORMANT;
    }
    if (has(all, Verdict.COULD_NOT_RUN)) {
      return ExitCode.COULD_NOT_RUN;
    }
    if (hasMust(all, Verdict.INCONCLUSIVE) || (strict && hasMust(all, Verdict.UNTESTED))) {
      return ExitCode.UNDECIDED;
    }
    if (has(all, Verdict.UNEXPECTED_PASS)) {
      return ExitCode.STALE;
    }
    boolean exercised = all.stream().anyMatch(each -> EXERCISED.contains(each.verdict()));
    return exercised ? ExitCode.CONFORMANT : ExitCode.NOTHING_EXERCISED;
  }

  private static Conformance conformance(List<Results.Requirement> all, ExitCode exit) {
    if (hasMust(all, Verdict.FAILED) || hasMust(all, Verdict.KNOWN_FAILURE)) {
      return Conformance.NOT_CONFORMANT;
    }
    return switch (exit) {
      case COULD_NOT_RUN -> Conformance.COULD_NOT_RUN;
      case UNDECIDED, NOTHING_EXERCISED -> Conformance.UNDECIDED;
      default -> Conformance.CONFORMANT;
    };
  }

  private static boolean has(List<Results.Requirement> all, Verdict verdict) {
    return all.stream().anyMatch(each -> each.verdict() == verdict);
  }

  private static boolean hasMust(List<Results.Requirement> all, Verdict verdict) {
    return all.stream().anyMatch(each -> each.verdict() == verdict && each.level().equals("MUST"));
  }
}
