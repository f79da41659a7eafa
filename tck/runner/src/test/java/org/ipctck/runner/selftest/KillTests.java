package org.ipctck.runner.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipctck.requirement.Verdict;
import org.ipctck.suite.Check;
import org.ipctck.suite.CheckInfo;
import org.ipctck.suite.CheckResult;
import org.ipctck.suite.Depth;
import org.junit.jupiter.api.Test;

/** When a faulty transport counts as found. */
class KillTests {
  private static final Mutant MUTANT =
      new Mutant("late", "pipe", "B001", List.of("ORD-1"), "before m1", false, "org.Late");

  private static CheckResult result(String id, Verdict verdict, String reason) {
    CheckInfo check =
        new CheckInfo(
            id,
            "itHolds",
            Check.Kind.TRAFFIC,
            "Suite",
            List.of(),
            List.of(),
            false,
            Depth.QUICK,
            id);
    return new CheckResult(
        check, verdict, reason, 1, 1, 1, 0, 0, Map.of(), 1, List.of(), Optional.empty());
  }

  private static Kill kill(CheckResult... results) {
    return Kill.of(MUTANT, Arrays.asList(results), 1);
  }

  @Test
  void itIsFoundWhenWhatItDeclaresFailsForItsReason() {
    Kill kill =
        kill(
            result("ORD-1", Verdict.FAILED, "m2 came Before m1"),
            result("ORD-2", Verdict.PASSED, ""));
    assertTrue(kill.killed() && kill.exact());
    assertEquals(List.of("ORD-1/itHolds"), kill.checks());
  }

  @Test
  void anotherReasonDoesNotCount() {
    Kill kill = kill(result("ORD-1", Verdict.FAILED, "NullPointerException"));
    assertFalse(kill.killed());
    assertTrue(kill.sentence().contains("NullPointerException"));
  }

  @Test
  void whatFailsBesideMakesItInexact() {
    Kill kill =
        kill(
            result("ORD-1", Verdict.FAILED, "before m1"), result("ORD-2", Verdict.FAILED, "twice"));
    assertTrue(kill.killed());
    assertFalse(kill.exact());
    assertEquals(List.of("ORD-2/itHolds FAILED: twice"), kill.notes());
    assertEquals(0, KillMatrix.of(List.of(kill)).exact());
  }

  @Test
  void whatWasSkippedOrStayedOpenWasNotFound() {
    for (Verdict verdict : Verdict.values()) {
      assertEquals(verdict == Verdict.FAILED, kill(result("ORD-1", verdict, "before m1")).killed());
    }
    assertFalse(kill().killed());
  }

  @Test
  void itsAnswerIsReadAgain() throws Exception {
    Kill kill = kill(result("ORD-1", Verdict.FAILED, "before m1"));
    String line = kill.answer().substring(Worker.ANSWER.length());
    assertEquals(kill, org.ipctck.runner.record.Json.parse(line, Kill.class));
  }
}
