package org.ipctck.runner.screen;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipctck.report.Results;
import org.ipctck.report.Verdict;

/** What went wrong, again at the end of a run: the most important last. */
public final class Failures {
  private static final int HISTORY_LINES = 8;
  private static final String HANGING = " ".repeat(9);
  private static final List<Verdict> IMPORTANCE =
      List.of(
          Verdict.DEVIATION,
          Verdict.KNOWN_FAILURE,
          Verdict.UNEXPECTED_PASS,
          Verdict.INCONCLUSIVE,
          Verdict.COULD_NOT_RUN,
          Verdict.FAILED);

  private final PrintWriter out;
  private final String replayCommand;

  /** With the words that play a file again, its path to follow. */
  public Failures(PrintWriter out, String replayCommand) {
    this.out = out;
    this.replayCommand = replayCommand;
  }

  /** Tells of the requirements of all subjects that somebody has to look at. */
  public void tell(List<Results.Subject> subjects) {
    record Open(Results.Subject subject, Results.Requirement requirement) {}
    List<Open> open = new ArrayList<>();
    long untouched = 0;
    for (Results.Subject subject : subjects) {
      untouched += subject.requirements().stream().filter(Failures::untouched).count();
      subject.requirements().stream()
          .filter(each -> IMPORTANCE.contains(each.verdict()) && !each.checks().isEmpty())
          .filter(each -> !untouched(each))
          .forEach(each -> open.add(new Open(subject, each)));
    }
    if (untouched > 0) {
      out.println();
      out.println("interrupted before the turn of " + untouched + " requirements came");
    }
    open.sort(Comparator.comparingInt(each -> IMPORTANCE.indexOf(each.requirement().verdict())));
    open.forEach(each -> tell(each.subject(), each.requirement()));
  }

  /** Whether its turn never came, which needs no words for each. */
  private static boolean untouched(Results.Requirement requirement) {
    return requirement.verdict() == Verdict.INCONCLUSIVE
        && requirement.checks().stream()
            .filter(check -> check.verdict() == Verdict.INCONCLUSIVE)
            .allMatch(check -> check.tries() == 0 && check.reason().endsWith("interrupted"));
  }

  private void tell(Results.Subject subject, Results.Requirement requirement) {
    String verdict = requirement.verdict().word();
    out.println();
    String title =
        verdict
            + " "
            + requirement.id()
            + " of "
            + subject.name()
            + ": "
            + requirement.title()
            + " ("
            + requirement.level()
            + ")";
    out.println(Wrapped.text(title, "", "  "));
    for (Results.Check check : requirement.checks()) {
      if (check.verdict() != Verdict.PASSED && check.verdict() != Verdict.NOT_APPLICABLE) {
        check.failure().ifPresentOrElse(each -> tell(check, each), () -> reason(check));
      }
    }
  }

  private void reason(Results.Check check) {
    out.println(Wrapped.text(check.name() + ": " + check.reason(), "  ", "    "));
  }

  private void tell(Results.Check check, Results.Failure failure) {
    out.println("  " + check.name());
    failure
        .letThenBut()
        .ifPresentOrElse(
            words -> {
              out.println(Wrapped.text(words.let(), "    Let  ", HANGING));
              out.println(Wrapped.text(words.then(), "    Then ", HANGING));
              out.println(Wrapped.text(words.but(), "    But  ", HANGING));
            },
            () -> out.println(Wrapped.text(failure.sentence(), "    ", "    ")));
    failure.history().stream().limit(HISTORY_LINES).map(Failures::entry).forEach(out::println);
    int more = failure.history().size() - HISTORY_LINES;
    if (more > 0) {
      out.println("      ... " + more + " more in the report");
    }
    out.println(
        "    seen again in %d of %d; play it again:%n      %s%s"
            .formatted(
                failure.reproduced().times(),
                failure.reproduced().of(),
                replayCommand,
                failure.replay()));
  }

  private static String entry(JsonNode entry) {
    String reason = entry.path("detail").asText("");
    String columns =
        "      %-10s %-8s %-12s "
            .formatted(
                entry.path("lane").asText(""),
                entry.path("what").asText(""),
                entry.path("message").asText(""));
    String words =
        entry.path("outcome").asText("") + (reason.isEmpty() ? "" : "  (" + reason + ")");
    return Wrapped.text(words, columns, " ".repeat(columns.length()));
  }
}
