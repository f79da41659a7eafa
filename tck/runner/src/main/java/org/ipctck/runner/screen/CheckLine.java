package org.ipctck.runner.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipctck.requirement.Verdict;
import org.ipctck.suite.CheckResult;

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

  private CheckLine() {}

  static String of(CheckResult result, int place, int all, boolean color) {
    String word = "%8s".formatted(WORDS.getOrDefault(result.verdict(), result.verdict().name()));
    String shown =
        color
            ? "\033[" + COLORS.getOrDefault(result.verdict(), "0") + "m" + word + "\033[0m"
            : word;
    return "%s [%6.1fs] (%d/%d) %-6s %s  %s"
        .formatted(
            shown,
            result.durationMs() / 1000.0,
            place,
            all,
            result.requirement(),
            result.name(),
            evidence(result));
  }

  private static String evidence(CheckResult result) {
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

  private static String number(long count, String noun) {
    String plural = noun.equals("try") ? "tries" : noun + "s";
    return "%,d %s".formatted(count, count == 1 ? noun : plural).toLowerCase(Locale.ROOT);
  }
}
