package org.ipctck.runner.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ipctck.report.Verdict;
import org.junit.jupiter.api.Test;

/** Which verdict a requirement takes from its checks. */
class PrecedenceTests {
  /** As the contract spells it. */
  private static final List<String> ORDER =
      List.of(
          "FAILED KNOWN_FAILURE COULD_NOT_RUN INCONCLUSIVE UNEXPECTED_PASS PASSED UNTESTED NOT_APPLICABLE"
              .split(" "));

  @Property(tries = 2000)
  void theFirstOfTheContractIsTaken(@ForAll List<Verdict> checks) {
    String expected =
        ORDER.stream().filter(each -> contains(checks, each)).findFirst().orElse("UNTESTED");
    assertEquals(expected, Precedence.of(checks, "MUST").name());
    String should = expected.equals("FAILED") ? "DEVIATION" : expected;
    assertEquals(should, Precedence.of(checks, "SHOULD").name());
  }

  private static boolean contains(List<Verdict> checks, String word) {
    return checks.contains(Verdict.valueOf(word))
        || (word.equals("FAILED") && checks.contains(Verdict.DEVIATION));
  }

  @Test
  void whatHasNoCheckIsNeverPassed() {
    assertEquals(Verdict.UNTESTED, Precedence.of(List.of(), "MUST"));
  }
}
