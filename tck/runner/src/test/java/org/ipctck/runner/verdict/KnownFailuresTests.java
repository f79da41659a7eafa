package org.ipctck.runner.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ipctck.report.Results.Check;
import org.ipctck.report.Verdict;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known to fail still runs, and must fail. */
class KnownFailuresTests {
  private static final List<String> IDS = List.of("ORD-1", "ORD-2", "CRA-3");
  private static final List<String> PATHS = List.of("ORD-1/inOrder", "CRA-3/itSurvives");

  private static KnownFailures known(String... lines) {
    return KnownFailures.parse(Arrays.asList(lines), "known-failures.txt");
  }

  @Test
  void commentsAndBlankLinesSayNothing() {
    assertTrue(known("", "# all is well", "   ").entries().isEmpty());
    assertEquals("ORD-1", known("ORD-1  # late flush, http://x/#3").entries().getFirst().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ord-1", "ORD-1 CRA-2", "a:b:ORD-1", "ORD-1/", "pipe:"})
  void anythingElseIsBadInput(String line) {
    CannotGoOn problem = assertThrows(CannotGoOn.class, () -> known("", line));
    assertEquals(ExitCode.USAGE, problem.code());
    assertTrue(problem.getMessage().contains("known-failures.txt:2"), problem::getMessage);
  }

  @ParameterizedTest
  @CsvSource({
    "ORD-1,pipe,true",
    "pipe:ORD-1,pipe,true",
    "pipe:ORD-1,channel,false",
    "*pipe:ORD-*,anonymous-pipe,true",
    "ORD-2,pipe,false",
    "pipe:*,pipe,true",
  })
  void aRequirementIsListedBySubjectAndId(String line, String subject, boolean listed) {
    assertEquals(listed, known(line).listsRequirement(subject, "ORD-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "ORD-9,1",
    "ORD-*,0",
    "XYZ-*,1",
    "ORD-1/inOrder,0",
    "ORD-1/in*,0",
    "ORD-2/inOrder,1",
    "CRA-3,0",
  })
  void aPatternThatMatchesNothingInTheCatalogueIsStale(String line, int unmatched) {
    assertEquals(unmatched, known(line).unmatched(IDS, PATHS).size());
  }

  private static List<Verdict> expect(String line, Check... checks) {
    return Expectation.apply(List.of(checks), "pipe", "ORD-1", known(line)).stream()
        .map(Check::verdict)
        .toList();
  }

  @Test
  void aListedFailureIsKnown() {
    assertEquals(
        List.of(Verdict.KNOWN_FAILURE, Verdict.PASSED),
        expect("ORD-1", Made.check("a", Verdict.FAILED), Made.check("b", Verdict.PASSED)));
    assertEquals(
        List.of(Verdict.KNOWN_FAILURE, Verdict.FAILED),
        expect("ORD-1/a", Made.check("a", Verdict.FAILED), Made.check("b", Verdict.FAILED)));
  }

  @Test
  void aListedPassIsStale() {
    assertEquals(
        List.of(Verdict.UNEXPECTED_PASS, Verdict.UNEXPECTED_PASS),
        expect("ORD-1", Made.check("a", Verdict.PASSED), Made.check("b", Verdict.PASSED)));
    assertEquals(
        List.of(Verdict.UNEXPECTED_PASS, Verdict.FAILED),
        expect("ORD-1/a", Made.check("a", Verdict.PASSED), Made.check("b", Verdict.FAILED)));
  }

  @Test
  void whatCouldNotRunOrStayedOpenIsNeverExcused() {
    assertEquals(
        List.of(Verdict.COULD_NOT_RUN, Verdict.INCONCLUSIVE),
        expect(
            "ORD-1",
            Made.check("a", Verdict.COULD_NOT_RUN),
            Made.check("b", Verdict.INCONCLUSIVE)));
  }
}
