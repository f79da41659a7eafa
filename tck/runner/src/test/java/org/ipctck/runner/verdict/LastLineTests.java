package org.ipctck.runner.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ipctck.report.Verdict;
import org.ipctck.runner.exit.ExitCode;
import org.junit.jupiter.api.Test;

/** The line that programs read. */
class LastLineTests {
  private static final Pattern FORM =
      Pattern.compile(
          "ipc-tck: verdict=(CONFORMANT|NOT_CONFORMANT|UNDECIDED|COULD_NOT_RUN) exit=[0-9]+"
              + " must=[0-9]+/[0-9]+ failed=[0-9]+ untested=[0-9]+ inconclusive=[0-9]+"
              + " known=[0-9]+ na=[0-9]+ report=\\S+");

  @Test
  void theNumbersAreSumsOverTheSubjects() {
    String line =
        LastLine.of(
            List.of(
                Made.subject("a", Made.musts(Verdict.PASSED, Verdict.FAILED, Verdict.UNTESTED)),
                Made.subject(
                    "b",
                    Made.musts(
                        Verdict.PASSED,
                        Verdict.NOT_APPLICABLE,
                        Verdict.INCONCLUSIVE,
                        Verdict.KNOWN_FAILURE))),
            ExitCode.NOT_CONFORMANT,
            "out/report.html");
    assertEquals(
        "ipc-tck: verdict=NOT_CONFORMANT exit=1 must=2/6 failed=1 untested=1 inconclusive=1"
            + " known=1 na=1 report=out/report.html",
        line);
  }

  @Property
  void itAlwaysHasItsForm(@ForAll List<Verdict> verdicts, @ForAll ExitCode exit) {
    List<org.ipctck.report.Results.Subject> subjects =
        List.of(Made.subject("a", Made.musts(verdicts.toArray(Verdict[]::new))));
    assertTrue(FORM.matcher(LastLine.of(subjects, exit, "r")).matches());
    assertTrue(FORM.matcher(LastLine.of(List.of(), exit, "r")).matches());
  }
}
