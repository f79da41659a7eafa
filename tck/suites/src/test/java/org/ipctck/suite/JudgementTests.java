package org.ipctck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ipctck.requirement.Verdict;
import org.ipctck.suite.canned.CannedPlayer;
import org.junit.jupiter.api.Test;

/** A verdict rests on what was counted, and on nothing else. */
class JudgementTests {
  private static final Plan QUICK = Plan.of(Depth.QUICK, 42);

  private static CheckResult judge(String name, Player player, Plan plan) {
    List<CheckResult> results =
        Judgement.judge(
            player,
            plan.only(check -> check.name().equals(name)),
            new Listener() {},
            "org.ipctck.suite.canned");
    assertEquals(1, results.size());
    return results.get(0);
  }

  private static CannedPlayer fine() {
    return new CannedPlayer(1, UnaryOperator.identity());
  }

  @Test
  void aKeptRequirementPassesAtItsFloor() {
    CheckResult result = judge("nothingComesTwice", fine(), QUICK);
    assertEquals(Verdict.PASSED, result.verdict(), result.reason());
    assertTrue(result.decisive() >= 20 && result.messages() >= 1_000, result::toString);
  }

  @Test
  void aFaultCheckPassesWithFiveLandedFaults() {
    CheckResult result = judge("nothingComesTwiceWhenOneDies", fine(), QUICK);
    assertEquals(Verdict.PASSED, result.verdict(), result.reason());
    assertEquals(5, result.faultsLanded());
    assertEquals(5, result.kinds().get("SIGKILL"));
  }

  @Test
  void aFaultThatNeverLandsIsInconclusive() {
    CannedPlayer player = new CannedPlayer(1, CannedPlayer::barren);
    CheckResult result = judge("nothingComesTwiceWhenOneDies", player, QUICK);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().contains("the fault did not land"), result.reason());
    assertEquals(0, result.faultsLanded());
    assertEquals(12, result.tries(), "three tries, each played again thrice");
  }

  @Test
  void aViolationInAnIndecisiveTryIsNotAFailure() {
    CheckResult result =
        judge("nothingComesTwice", new CannedPlayer(2, CannedPlayer::barren), QUICK);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
  }

  @Test
  void aFailureIsMadeSmallerAndPlayedAgain() {
    CannedPlayer player = new CannedPlayer(2, UnaryOperator.identity());
    CheckResult result = judge("nothingComesTwice", player, QUICK);
    assertEquals(Verdict.FAILED, result.verdict());
    Failure failure = result.failure().orElseThrow();
    assertEquals(CannedPlayer.scenario(1), failure.scenario());
    assertEquals(10, failure.of());
    assertEquals(10, failure.times());
    assertEquals("let m1 be one; then it comes once; but it came twice", failure.sentence());
  }

  @Test
  void whatDoesNotReturnIsNotWaitedForAgainAndAgain() {
    CannedPlayer player = new CannedPlayer(1, CannedPlayer::slow);
    CheckResult result = judge("nothingComesTwice", player, QUICK);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().contains("close of end s did not return"), result.reason());
    assertEquals(3, player.plays);
  }

  @Test
  void whatDoesNotReturnCostsLaterChecksLess() {
    CannedPlayer player = new CannedPlayer(1, CannedPlayer::slow);
    List<CheckResult> results =
        Judgement.judge(player, QUICK, new Listener() {}, "org.ipctck.suite.canned");
    assertTrue(player.plays <= 2 + results.size(), () -> player.plays + " plays");
  }

  @Test
  void aViolationCountsAlthoughSomethingElseDidNotReturn() {
    CannedPlayer player = new CannedPlayer(2, CannedPlayer::slow);
    CheckResult result = judge("nothingComesTwice", player, QUICK.selfTest(check -> 1.0));
    assertEquals(Verdict.FAILED, result.verdict());
  }

  @Test
  void aSelfTestPlaysNoFailureAgain() {
    CannedPlayer player = new CannedPlayer(2, UnaryOperator.identity());
    CheckResult result = judge("nothingComesTwice", player, QUICK.selfTest(check -> 1.0));
    assertEquals(Verdict.FAILED, result.verdict());
    assertEquals(0, result.failure().orElseThrow().of());
  }

  @Test
  void aPropertyThatNeverPlayedDoesNotPass() {
    CheckResult result = judge("bodyThatNeverPlays", new Dropping(fine()), QUICK);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().contains("nothing was played"), result.reason());
  }

  @Test
  void aBodyThatBreaksIsTheKitsFault() {
    CheckResult result = judge("bodyThatBreaks", fine(), QUICK);
    assertEquals(Verdict.COULD_NOT_RUN, result.verdict());
    assertTrue(result.reason().contains("no such thing: canned"), result.reason());
  }

  @Test
  void aPlayerThatBreaksIsNotTheRequirementsFault() {
    CannedPlayer player =
        new CannedPlayer(
            1,
            played -> {
              throw new IllegalStateException("the peer prints on standard output");
            });
    CheckResult result = judge("nothingComesTwice", player, QUICK);
    assertEquals(Verdict.COULD_NOT_RUN, result.verdict());
    assertEquals("the peer prints on standard output", result.reason());
  }

  @Test
  void casesPassWhenEachWasPlayed() {
    CheckResult result = judge("eachCaseComesOnce", fine(), QUICK);
    assertEquals(Verdict.PASSED, result.verdict(), result.reason());
    assertEquals(3, result.decisive());
  }

  @Test
  void aCaseThatWasNotDecisiveKeepsAPassAway() {
    CannedPlayer player = new CannedPlayer(1, CannedPlayer::barren);
    CheckResult result = judge("eachCaseComesOnce", player, QUICK);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().contains("cases 0 of 3"), result.reason());
  }

  @Test
  void whatIsBrokenAbroadAndKeptAtHomeIsAFailure() {
    CannedPlayer player = new CannedPlayer(2, CannedPlayer.atHome(CannedPlayer::once));
    CheckResult result = judge("nothingComesTwiceAbroad", player, QUICK);
    assertEquals(Verdict.FAILED, result.verdict(), result.reason());
  }

  @Test
  void whatIsBrokenAtHomeTooIsNoFailureAbroad() {
    CheckResult result =
        judge("nothingComesTwiceAbroad", new CannedPlayer(2, UnaryOperator.identity()), QUICK);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().contains("broken at home"), result.reason());
  }

  @Test
  void whatNobodyCouldSeeAtHomeIsNoFailureAbroad() {
    CannedPlayer player = new CannedPlayer(2, CannedPlayer.atHome(CannedPlayer::barren));
    CheckResult result = judge("nothingComesTwiceAbroad", player, QUICK);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().contains("nothing was shown at home"), result.reason());
  }

  @Test
  void anEarlyStopIsInconclusive() {
    CheckResult result = judge("nothingComesTwice", fine(), QUICK.within(Duration.ZERO));
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().contains("the budget was spent"), result.reason());
  }

  @Test
  void cancellingInTheMiddleIsInconclusive() {
    CannedPlayer player = fine();
    CheckResult result = judge("nothingComesTwice", player, QUICK.until(() -> player.plays >= 7));
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertEquals(7, result.tries());
    assertTrue(result.reason().contains("interrupted"), result.reason());
  }

  @Test
  void aTenthOfTheFloorIsEnoughInASelfTest() {
    CheckResult result = judge("nothingComesTwice", fine(), QUICK.selfTest(check -> 0.1));
    assertEquals(Verdict.PASSED, result.verdict(), result.reason());
    assertTrue(result.tries() < 20, result::toString);
  }

  @Test
  void whatAProfileDoesNotPromiseDoesNotApply() {
    CheckResult result = judge("bodyThatNeverPlays", fine(), QUICK);
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(
        "the check needs overflow=drop-oldest, the profile says overflow=drop-newest",
        result.reason());
  }

  @Test
  void whatAPeerCannotDoIsUntested() {
    assertEquals(Verdict.UNTESTED, judge("bodyThatNeedsThreads", fine(), QUICK).verdict());
  }

  @Test
  void theSameSeedPlaysTheSame() {
    CheckResult once = judge("nothingComesTwice", fine(), QUICK);
    CheckResult twice = judge("nothingComesTwice", fine(), QUICK);
    assertEquals(once.messages(), twice.messages());
    assertEquals(once.tries(), twice.tries());
  }
}
