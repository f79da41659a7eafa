package org.ipctck.runner.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipctck.requirement.Verdict;
import org.ipctck.suite.CheckResult;
import org.ipctck.suite.Failure;

/** The line that is shown of a judged check. */
final class CheckLine {
  private static final Map<Verdict, String> WORDS =
      Map.of(
          Verdict.PASSED, "PASS",
          Verdict.FAILED, "FAIL",
          Verdict.DEVIATION, "DEVIATES",
          Verdict.INCONCLUSIVE, "INCONC",
          Verdict.NOT_APPLICABLE, "N/A",
          Verdict.UNTESTED, "UNTESTED",
          Verdict.COULD_NOT_RUN, "NO RUN");
  private static final Map<Verdict, String> COLORS =
      Map.of(
          Verdict.PASSED, "34",
          Verdict.FAILED, "31;1",
          Verdict.INCONCLUSIVE, "33",
          Verdict.COULD_NOT_RUN, "31;1",
          Verdict.NOT_APPLICABLE, "2",
          Verdict.UNTESTED, "2");

  private static final String INDENT = " ".repeat(11);

  private CheckLine() {}

  /** In lines of a width; the colours take no columns. */
  static String of(CheckResult result, int place, int all, boolean color, int width) {
    String word = "%8s".formatted(WORDS.getOrDefault(result.verdict(), result.verdict().name()));
    String shown =
        color
            ? "\033[" + COLORS.getOrDefault(result.verdict(), "0") + "m" + word + "\033[0m"
            : word;
    String line =
        " [%6.1fs] (%d/%d) %-6s %s  %s"
            .formatted(
                result.durationMs() / 1000.0,
                place,
                all,
                result.requirement(),
                result.name(),
                evidence(result));
    return shown + Wrapped.text(line, width - word.length(), "", INDENT);
  }

  private static String evidence(CheckResult result) {
    if (result.failure().isPresent()) {
      return failed(result, result.failure().get());
    }
    if (result.verdict() != Verdict.PASSED) {
      return result.reason();
    }
    List<String> parts = new ArrayList<>();
    parts.add(number(result.decisive(), result.kind().word().equals("cases") ? "case" : "try"));
    if (result.messages() > 0) {
      parts.add(number(result.messages(), "message"));
    }
    if (result.faultsArmed() > 0) {
      parts.add(result.faultsLanded() + " of " + number(result.faultsArmed(), "fault") + " landed");
    }
    return String.join(", ", parts);
  }

  /** The sentence comes at the end of the run, with its history. */
  private static String failed(CheckResult result, Failure failure) {
    String again = failure.times() + " of " + failure.of() + " replays";
    return result.faultsLanded() > 0
        ? number(result.faultsLanded(), "fault") + " landed, " + again
        : again;
  }

  private static String number(long count, String noun) {
    String plural = noun.equals("try") ? "tries" : noun + "s";
    return "%,d %s".formatted(count, count == 1 ? noun : plural).toLowerCase(Locale.ROOT);
  }
}
