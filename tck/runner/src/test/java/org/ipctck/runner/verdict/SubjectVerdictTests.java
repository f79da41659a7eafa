package org.ipctck.runner.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.report.Conformance;
import org.ipctck.report.Results;
import org.ipctck.report.Verdict;
import org.ipctck.runner.exit.ExitCode;
import org.junit.jupiter.api.Test;

/** The exit code and the verdict of a subject, by the table of the contract. */
class SubjectVerdictTests {

  @Provide
  Arbitrary<List<Results.Requirement>> requirements() {
    Arbitrary<Verdict> verdicts = Arbitraries.of(Verdict.class);
    Arbitrary<String> levels = Arbitraries.of("MUST", "SHOULD");
    return Combinators.combine(verdicts, levels)
        .as((verdict, level) -> Made.requirement("ORD-1", level, fit(verdict, level)))
        .list()
        .ofMaxSize(6);
  }

  /** A MUST never deviates, and nothing else fails. */
  private static Verdict fit(Verdict verdict, String level) {
    return switch (verdict) {
      case FAILED, DEVIATION -> level.equals("MUST") ? Verdict.FAILED : Verdict.DEVIATION;
      default -> verdict;
    };
  }

  @Property(tries = 3000)
  void theExitCodeIsThatOfTheTable(
      @ForAll("requirements") List<Results.Requirement> all, @ForAll boolean strict) {
    assertEquals(expected(all, strict), SubjectVerdict.of("x", all, strict).exit().code());
  }

  /** The table of exit codes, written a second time. */
  private static int expected(List<Results.Requirement> all, boolean strict) {
    boolean failed = any(all, true, Verdict.FAILED);
    boolean broken = any(all, false, Verdict.COULD_NOT_RUN);
    boolean open = any(all, true, Verdict.INCONCLUSIVE);
    boolean missing = strict && any(all, true, Verdict.UNTESTED);
    boolean stale = any(all, false, Verdict.UNEXPECTED_PASS);
    Set<Verdict> idle = Set.of(Verdict.UNTESTED, Verdict.NOT_APPLICABLE, Verdict.INCONCLUSIVE);
    boolean nothing = all.stream().allMatch(each -> idle.contains(each.verdict()));
    return failed ? 1 : broken ? 69 : open || missing ? 2 : stale ? 3 : nothing ? 4 : 0;
  }

  private static boolean any(List<Results.Requirement> all, boolean must, Verdict verdict) {
    return all.stream()
        .anyMatch(each -> each.verdict() == verdict && (!must || each.level().equals("MUST")));
  }

  @Property(tries = 1000)
  void aMustThatFailsIsNeverHiddenByAnything(
      @ForAll("requirements") List<Results.Requirement> all) {
    boolean fails = any(all, true, Verdict.FAILED) || any(all, true, Verdict.KNOWN_FAILURE);
    Conformance verdict = SubjectVerdict.of("x", all, false).conformance();
    assertEquals(fails, verdict == Conformance.NOT_CONFORMANT);
  }

  @Test
  void whatWasNotTestedIsNamedInTheSentence() {
    List<Results.Requirement> all =
        List.of(
            Made.requirement("ORD-1", "MUST", Verdict.PASSED),
            Made.requirement("ORD-2", "MUST", Verdict.UNTESTED),
            Made.requirement("ORD-3", "MUST", Verdict.UNTESTED),
            Made.requirement("ORD-4", "MUST", Verdict.UNTESTED),
            Made.requirement("CRA-7", "MUST", Verdict.UNTESTED),
            Made.requirement("CRA-8", "MUST", Verdict.NOT_APPLICABLE));
    String sentence = SubjectVerdict.of("pipe", all, false).sentence();
    assertEquals(
        "pipe keeps 1 of the 5 MUST that apply and breaks none; "
            + "4 untested (ORD-2-4; CRA-7); 1 MUST does not apply.",
        sentence);
  }

  @Test
  void aSubjectThatCouldNotRunIsNeverExcused() {
    SubjectVerdict verdict = SubjectVerdict.couldNotRun("x", "it did not start");
    assertEquals(ExitCode.COULD_NOT_RUN, verdict.exit());
    assertTrue(verdict.sentence().contains("it did not start"));
  }

  @Property
  void ofSeveralTheWorstIsTaken(@ForAll List<ExitCode> codes) {
    List<Integer> order = List.of(64, 130, 70, 74, 1, 69, 2, 3, 4, 0);
    int expected =
        codes.stream()
            .map(ExitCode::code)
            .min((a, b) -> order.indexOf(a) - order.indexOf(b))
            .orElse(0);
    assertEquals(expected, ExitCode.worst(codes).code());
    assertEquals(10, Arrays.stream(ExitCode.values()).map(ExitCode::code).distinct().count());
  }
}
