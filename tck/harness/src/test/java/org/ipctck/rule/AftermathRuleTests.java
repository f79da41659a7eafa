package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ipctck.fault.Fault;
import org.ipctck.history.Content;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of those who go on after others were killed or stood still. */
class AftermathRuleTests {
  private static final long SECOND = 1_000_000_000;

  private final Told told =
      new Told(Told.STRICT)
          .channel("c1")
          .sender("alice", "c1")
          .sender("carol", "c1")
          .receiver("bob", "c1")
          .receiver("bob-2", "c1");

  private void sees(Rule rule, Observation... expected) {
    assertEquals(java.util.List.of(expected), told.seenBy(rule));
  }

  private void undecided(Rule rule) {
    Finding finding = rule.judge(told.history());
    assertEquals(java.util.List.of(), finding.violations());
    assertFalse(finding.undecided().isEmpty());
  }

  private void open(String... ends) {
    for (String end : ends) {
      told.open(end, 1, 2);
    }
  }

  private void aliceIsKilled() {
    open("alice", "carol", "bob");
    told.send("alice", 0, 3, Told.NEVER, Outcome.PENDING);
    told.fault(Fault.Kind.SIGKILL, "alice", 4, 5);
  }

  @Test
  void whoWaitForOneAnotherAreHeldByTheDead() {
    aliceIsKilled();
    told.send("carol", 0, 6, Told.NEVER, Outcome.PENDING);
    told.received("bob", 7, Told.NEVER, Outcome.PENDING, Reason.NONE);
    told.watched(7 + 2 * SECOND + 1);
    sees(new HeldByTheDead(), Observation.HELD_BY_THE_DEAD);
    assertEquals(
        "let process-of-alice be killed at 0.000 ms, with others on channel c1; then nothing that"
            + " it held blocks the others for longer than 2000 ms; but the send of carol and the"
            + " receive of bob waited for one another for 2000 ms",
        new HeldByTheDead().judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void whoWereNotWatchedForLongEnoughMayYetGoOn() {
    aliceIsKilled();
    told.send("carol", 0, 6, Told.NEVER, Outcome.PENDING);
    told.received("bob", 7, Told.NEVER, Outcome.PENDING, Reason.NONE);
    told.watched(2 * SECOND);
    undecided(new HeldByTheDead());
  }

  @Test
  void whoDoesNotReceiveMakesNoRoom() {
    aliceIsKilled();
    told.send("carol", 0, 6, Told.NEVER, Outcome.PENDING);
    told.nothing("bob", 7, 8);
    told.watched(5 * SECOND);
    undecided(new HeldByTheDead());
  }

  @Test
  void aSecondReceiverThatDoesNotReceiveMayBeTheOneThatIsWaitedFor() {
    aliceIsKilled();
    told.open("bob-2", 2, 3);
    told.send("carol", 0, 6, Told.NEVER, Outcome.PENDING);
    told.received("bob", 7, Told.NEVER, Outcome.PENDING, Reason.NONE);
    told.watched(5 * SECOND);
    undecided(new HeldByTheDead());
  }

  @Test
  void whoStandsStillMayHoldWhatHeHolds() {
    open("alice", "carol", "bob");
    told.fault(Fault.Kind.SIGSTOP, "alice", 4, 5);
    told.send("carol", 0, 6, Told.NEVER, Outcome.PENDING);
    told.received("bob", 7, Told.NEVER, Outcome.PENDING, Reason.NONE);
    told.watched(5 * SECOND);
    undecided(new HeldByTheDead());
  }

  @Test
  void whoStoodStillAndGoesOnHarmsNothing() {
    open("alice", "bob");
    told.fault(Fault.Kind.SIGSTOP, "alice", 10, 11);
    told.accepted("alice", 0, 5, 20);
    told.receive("bob", 12, 21, told.id("alice", 0));
    told.nothing("bob", 22, 23);
    sees(new TakenFromTheLiving());
  }

  @Test
  void whatIsHarmedAfterAStandstillWasTakenFromTheLiving() {
    open("alice", "bob");
    told.fault(Fault.Kind.SIGSTOP, "alice", 10, 11);
    told.accepted("alice", 0, 5, 20);
    told.receive("bob", 12, 21, told.id("alice", 0), 64, Content.CORRUPT);
    told.nothing("bob", 22, 23);
    sees(new TakenFromTheLiving(), Observation.TAKEN_FROM_THE_LIVING);
  }

  @Test
  void theLongestStandstillCountsAlsoWhenAShorterOneComesBehindIt() {
    open("alice", "bob");
    told.stoodStill("alice", 10, 11, 500);
    told.accepted("alice", 0, 5, 20);
    told.receive("bob", 12, 21, told.id("alice", 0), 64, Content.CORRUPT);
    told.stoodStill("alice", 30, 31, 20);
    told.nothing("bob", 40, 41);
    sees(new TakenFromTheLiving(), Observation.TAKEN_FROM_THE_LIVING);
  }

  @Test
  void whatIsHarmedAnywayTellsNothingOfAStandstill() {
    open("alice", "bob");
    told.fault(Fault.Kind.SIGSTOP, "alice", 10, 11);
    told.accepted("alice", 0, 3, 4);
    told.receive("bob", 3, 6, told.id("alice", 0), 64, Content.CORRUPT);
    told.accepted("alice", 1, 7, 20);
    told.receive("bob", 12, 21, told.id("alice", 1), 64, Content.CORRUPT);
    told.nothing("bob", 22, 23);
    undecided(new TakenFromTheLiving());
  }

  @Test
  void whoLivesIsNotStale() {
    open("alice", "bob");
    told.fault(Fault.Kind.SIGSTOP, "alice", 10, 11);
    told.send("alice", 0, 5, 20, Outcome.REFUSED, Reason.STALE, 64);
    told.nothing("bob", 22, 23);
    sees(new TakenFromTheLiving(), Observation.TAKEN_FROM_THE_LIVING);
  }

  @Test
  void whoIsWrittenOffAfterATimeOutMayBeStale() {
    Told late =
        new Told(Told.STRICT.with(Promise.DEATH, "timeout"))
            .channel("c1")
            .sender("alice", "c1")
            .receiver("bob", "c1");
    late.open("alice", 1, 2);
    late.open("bob", 1, 2);
    late.fault(Fault.Kind.SIGSTOP, "alice", 10, 11);
    late.send("alice", 0, 5, 20, Outcome.REFUSED, Reason.STALE, 64);
    late.nothing("bob", 22, 23);
    assertTrue(late.seenBy(new TakenFromTheLiving()).isEmpty());
  }

  private void bobIsReplaced() {
    open("alice", "bob");
    told.fault(Fault.Kind.SIGKILL, "bob", 3, 4);
    told.send("alice", 0, 5, 6, Outcome.REFUSED, Reason.PEER_GONE, 64);
    told.open("bob-2", 10, 11);
  }

  @Test
  void whoIsToldOnceIsToldForEver() {
    bobIsReplaced();
    told.send("alice", 1, 12, 13, Outcome.REFUSED, Reason.PEER_GONE, 64);
    sees(new FormerEnds());
  }

  @Test
  void whoWasToldAndReachesTheSuccessorIsAFormerEnd() {
    bobIsReplaced();
    told.accepted("alice", 1, 12, 13);
    told.receive("bob-2", 14, 15, told.id("alice", 1));
    sees(new FormerEnds(), Observation.FORMER_END_AT_WORK);
  }

  @Test
  void whoWasNeverToldMayReachTheSuccessor() {
    open("alice", "bob");
    told.fault(Fault.Kind.SIGKILL, "bob", 3, 4);
    told.open("bob-2", 10, 11);
    told.accepted("alice", 0, 12, 13);
    told.receive("bob-2", 14, 15, told.id("alice", 0));
    undecided(new FormerEnds());
  }

  @Test
  void whatNobodyReceivesPastTheBoundWasAcceptedIntoNothing() {
    bobIsReplaced();
    told.accepted("alice", 1, 5 + 2 * SECOND, 6 + 2 * SECOND);
    told.nothing("bob-2", 3 * SECOND, 4 * SECOND);
    sees(new IntoNothing(), Observation.ACCEPTED_INTO_NOTHING);
  }

  @Test
  void withinTheBoundASenderNeedNotKnow() {
    bobIsReplaced();
    told.accepted("alice", 1, 12, 13);
    told.nothing("bob-2", 3 * SECOND, 4 * SECOND);
    sees(new IntoNothing());
  }

  @Test
  void whatTheSuccessorHasNotAskedForMayYetCome() {
    bobIsReplaced();
    told.accepted("alice", 1, 5 + 2 * SECOND, 6 + 2 * SECOND);
    undecided(new IntoNothing());
  }

  @Test
  void whoeverDiesWhileItMakesANameLeavesItHalfMade() {
    told.open("bob", 1, Told.NEVER, Outcome.PENDING, Reason.NONE);
    told.fault(Fault.Kind.SIGKILL, "bob", 3, 4);
    told.open("bob-2", 10, 11, Outcome.REFUSED, Reason.NAME_IN_USE);
    sees(new Reopened(), Observation.HALF_MADE);
  }
}
