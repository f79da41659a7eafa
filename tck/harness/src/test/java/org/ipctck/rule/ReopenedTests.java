package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of names whose users have crashed. */
class ReopenedTests {
  private static final long SECOND = 1_000_000_000;

  private Told told = crashed(Told.STRICT);

  private static Told crashed(Profile profile) {
    Told told =
        new Told(profile)
            .channel("c1")
            .sender("alice", "c1")
            .receiver("bob", "c1")
            .sender("alice-2", "c1")
            .receiver("bob-2", "c1");
    told.open("alice", 1, 2);
    told.open("bob", 1, 2);
    return told.fault(Fault.Kind.SIGKILL, "alice", 3, 4).fault(Fault.Kind.SIGKILL, "bob", 3, 5);
  }

  private void sees(Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(new Reopened()));
  }

  private void undecided() {
    Finding finding = new Reopened().judge(told.history());
    assertEquals(List.of(), finding.violations());
    assertFalse(finding.undecided().isEmpty());
  }

  private void bothOpen() {
    told.open("bob-2", 6, 7);
    told.open("alice-2", 8, 9);
  }

  @Test
  void aNameThatOthersUseAfterACrashIsWell() {
    bothOpen();
    told.accepted("alice-2", 0, 10, 11);
    told.receive("bob-2", 10, 12, told.id("alice-2", 0));
    sees();
  }

  @Test
  void aNameThatTheDeadKeepIsBlocked() {
    told.open("bob-2", 6, 7_000_000, Outcome.REFUSED, Reason.NAME_IN_USE);
    sees(Observation.NAME_BLOCKED);
    assertEquals(
        "let channel c1 be used by processes that crashed, the last at 0.000 ms; then others open"
            + " and use it under the same name; but the open of bob-2 from 0.000 ms to 7.000 ms was"
            + " refused as NAME_IN_USE",
        new Reopened().judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void aNameThatSomebodyAliveKeepsIsNotBlocked() {
    told.receiver("carol", "c1");
    told.open("carol", 1, 2);
    told.open("bob-2", 6, 7, Outcome.REFUSED, Reason.NAME_IN_USE);
    sees();
  }

  @Test
  void aStandstillIsNoEnd() {
    told = new Told(Told.STRICT).channel("c1").sender("alice", "c1").receiver("bob", "c1");
    told.receiver("bob-2", "c1");
    told.open("bob", 1, 2);
    told.fault(Fault.Kind.SIGKILL, "alice", 3, 4).fault(Fault.Kind.SIGSTOP, "bob", 3, 4);
    told.open("bob-2", 6, 7, Outcome.REFUSED, Reason.NAME_IN_USE);
    sees();
  }

  @Test
  void aNameIsKeptUntilTheDeadCanBeNoticed() {
    told = crashed(Told.STRICT.with(Promise.DEATH, "timeout").with(Promise.BOUND, "500"));
    told.open("bob-2", 6, 7, Outcome.REFUSED, Reason.NAME_IN_USE);
    undecided();
    told.open("alice-2", SECOND, SECOND + 1, Outcome.REFUSED, Reason.NAME_IN_USE);
    sees(Observation.NAME_BLOCKED);
  }

  @Test
  void aNameThatIsFreeBeforeTheDeadHadToBeNoticedIsFree() {
    told = crashed(Told.STRICT.with(Promise.DEATH, "timeout").with(Promise.BOUND, "500"));
    told.open("bob-2", 6, 7);
    sees();
    assertEquals("", new Reopened().judge(told.history()).undecided());
  }

  @Test
  void whoFindsNobodyOpensInVain() {
    told.open("alice-2", 6, 3 * SECOND, Outcome.REFUSED, Reason.NO_PEER);
    sees();
    told.open("bob-2", SECOND, SECOND + 1);
    sees(Observation.NAME_BLOCKED);
  }

  @Test
  void aSendThatNobodyTakesAlthoughSomebodyReceivesIsBlocked() {
    bothOpen();
    told.send("alice-2", 0, 10, Told.NEVER, Outcome.PENDING, Reason.NONE, 64);
    told.watched(4 * SECOND);
    undecided();
    told.received("bob-2", 10, Told.NEVER, Outcome.PENDING, Reason.NONE);
    sees(Observation.NAME_BLOCKED);
    told.calibrated(5);
    undecided();
  }

  @Test
  void aSendThatIsToldOfTheDeadIsBlockedUnlessItBeganBeforeTheLiving() {
    told.open("alice-2", 6, 7);
    told.send("alice-2", 0, 8, 12, Outcome.REFUSED, Reason.PEER_GONE, 64);
    told.open("bob-2", 9, 10);
    sees();
    told.send("alice-2", 1, 13, 14, Outcome.REFUSED, Reason.PEER_GONE, 64);
    sees(Observation.NAME_BLOCKED);
  }

  @Test
  void whatIsNoFaultOfTheNameIsNotBlamedOnIt() {
    bothOpen();
    told.send("alice-2", 0, 10, 11, Outcome.REFUSED, Reason.TOO_LARGE, 64);
    sees();
  }
}
