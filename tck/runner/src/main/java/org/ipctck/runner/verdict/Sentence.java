package org.ipctck.runner.verdict;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.report.Conformance;
import org.ipctck.report.Results;
import org.ipctck.report.Verdict;

/** The verdict on a subject in one sentence, which hides nothing that was not tested. */
final class Sentence {
  private Sentence() {}

  static String of(String name, List<Results.Requirement> all, Conformance conformance) {
    List<Results.Requirement> musts =
        all.stream().filter(each -> each.level().equals("MUST")).toList();
    Counts counts = Counts.of(all);
    List<String> parts = new ArrayList<>();
    parts.add(opening(name, musts, counts, conformance));
    add(parts, musts, Verdict.KNOWN_FAILURE, "known to fail");
    add(parts, musts, Verdict.COULD_NOT_RUN, "could not be run");
    add(parts, musts, Verdict.INCONCLUSIVE, "inconclusive");
    add(parts, all, Verdict.UNEXPECTED_PASS, "passing though known to fail");
    add(parts, all, Verdict.DEVIATION, "SHOULD that does not hold");
    add(parts, musts, Verdict.UNTESTED, "untested");
    if (counts.exempt() > 0) {
      parts.add(counts.exempt() + " MUST " + (counts.exempt() == 1 ? "does" : "do") + " not apply");
    }
    return String.join("; ", parts) + ".";
  }

  private static String opening(
      String name, List<Results.Requirement> musts, Counts counts, Conformance conformance) {
    String of = " of the " + counts.applying() + " MUST that apply";
    if (counts.failed() > 0) {
      return name + " breaks " + counts.failed() + of + ": " + ids(musts, Verdict.FAILED);
    }
    String keeps = name + " keeps " + counts.kept() + of;
    return switch (conformance) {
      case CONFORMANT -> keeps + " and breaks none";
      case NOT_CONFORMANT -> keeps;
      case UNDECIDED -> keeps + " and was seen to break none, but it is not decided";
      case COULD_NOT_RUN -> keeps + " and was not judged by all";
    };
  }

  private static void add(
      List<String> parts, List<Results.Requirement> all, Verdict verdict, String word) {
    long number = all.stream().filter(each -> each.verdict() == verdict).count();
    if (number > 0) {
      parts.add(number + " " + word + " (" + ids(all, verdict) + ")");
    }
  }

  private static String ids(List<Results.Requirement> all, Verdict verdict) {
    return Ids.brief(
        all.stream()
            .filter(each -> each.verdict() == verdict)
            .map(Results.Requirement::id)
            .toList());
  }
}
