package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of closes, of what comes after them, and of what they leave. */
class CloseRuleTests {
  private static final long SECOND = 1_000_000_000;

  private final Told told =
      new Told(Told.STRICT)
          .channel("c1")
          .channel("c2")
          .sender("alice", "c1")
          .receiver("bob", "c1")
          .sender("carol", "c2")
          .receiver("dave", "c2");

  private void sees(Rule rule, Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(rule));
  }

  private void undecided(Rule rule) {
    Finding finding = rule.judge(told.history());
    assertEquals(List.of(), finding.violations());
    assertFalse(finding.undecided().isEmpty());
  }

  private String sentence(Rule rule) {
    return rule.judge(told.history()).violations().getFirst().sentence();
  }

  private void pending(long begin) {
    told.received("bob", begin, Told.NEVER, Outcome.PENDING, Reason.NONE);
  }

  @Test
  void aSecondCloseDoesNothing() {
    told.close("alice", 1, 2);
    told.close("alice", 3, 4);
    told.accepted("carol", 0, 5, 6);
    told.received("bob", 5, 6, Outcome.END, Reason.NONE);
    sees(new CloseHarmless());
  }

  @Test
  void aSecondCloseThatFailsIsSeen() {
    told.close("alice", 1, 2);
    told.close("alice", 3, 4, Outcome.UNTYPED, Reason.NONE);
    sees(new CloseHarmless(), Observation.CLOSE_NOT_HARMLESS);
    assertEquals(
        "let alice be closed once more from 0.000 ms to 0.000 ms; then the second close does"
            + " nothing; but it came out as UNTYPED NONE",
        sentence(new CloseHarmless()));
  }

  @Test
  void aSecondCloseThatTouchesAnotherChannelIsSeen() {
    told.close("alice", 1, 2);
    told.close("alice", 3, 4);
    told.received("dave", 5, 6, Outcome.END, Reason.NONE);
    sees(new CloseHarmless(), Observation.CLOSE_NOT_HARMLESS);
  }

  @Test
  void whatTheOtherChannelDoesByItselfIsNoHarm() {
    told.close("alice", 1, 2);
    told.close("alice", 3, 4);
    told.send("carol", 0, 5, 6, Outcome.REFUSED, Reason.INTERRUPTED, 64);
    told.close("carol", 7, 8);
    told.received("dave", 5, 9, Outcome.END, Reason.NONE);
    sees(new CloseHarmless());
  }

  @Test
  void theCloseOfANewIncarnationIsNoSecondOne() {
    told.close("alice", 1, 2);
    told.open("alice", 3, 4);
    told.close("alice", 5, 6);
    told.received("dave", 7, 8, Outcome.BROKEN, Reason.PEER_GONE);
    sees(new CloseHarmless());
  }

  @Test
  void whoWaitsComesBackWhenItsEndIsClosed() {
    told.received("bob", 1, 11, Outcome.BROKEN, Reason.CLOSED);
    told.close("bob", 10, 12);
    sees(new ReleasedByClose());
  }

  @Test
  void whoStaysInAClosedEndIsSeenAndNotUnderStalls() {
    told.nothing("bob", 0, 4 * SECOND);
    told.close("bob", SECOND, SECOND + 1);
    sees(new ReleasedByClose(), Observation.NOT_RELEASED_BY_CLOSE);
    assertEquals(
        "let bob be closed by another thread at 1000.000 ms; then whoever waits in it comes back;"
            + " but its receive from 0.000 ms to 4000.000 ms was still there 3000 ms later",
        sentence(new ReleasedByClose()));
    told.stalled(SECOND);
    sees(new ReleasedByClose());
  }

  @Test
  void whoHangsInAClosedEndIsSeenWhenItWasWatchedForLongEnough() {
    pending(0);
    told.close("bob", 1, Told.NEVER);
    told.watched(SECOND);
    undecided(new ReleasedByClose());
    told.watched(3 * SECOND);
    sees(new ReleasedByClose(), Observation.NOT_RELEASED_BY_CLOSE);
  }

  @Test
  void whoWasKilledInAClosedEndIsNotMissed() {
    pending(0);
    told.close("bob", 1, Told.NEVER);
    told.fault(Fault.Kind.SIGKILL, "bob", 2, 3).watched(5 * SECOND);
    sees(new ReleasedByClose());
  }

  @Test
  void whoBeginsAfterTheCloseDoesNotWaitInIt() {
    told.close("bob", 1, 2);
    told.nothing("bob", 3, 5 * SECOND);
    sees(new ReleasedByClose());
  }

  @Test
  void aClosedEndSaysThatItIsClosed() {
    told.close("alice", 1, 2);
    told.send("alice", 0, 3, 4, Outcome.REFUSED, Reason.CLOSED, 64);
    sees(new AfterClose());
  }

  @Test
  void aClosedEndThatWorksIsSeen() {
    told.close("alice", 1, 2);
    told.accepted("alice", 0, 3, 4);
    sees(new AfterClose(), Observation.WORKS_AFTER_CLOSE);
    assertEquals(
        "let alice be closed from 0.000 ms to 0.000 ms; then what it does afterwards fails with"
            + " CLOSED; but its send from 0.000 ms to 0.000 ms came out as ACCEPTED NONE",
        sentence(new AfterClose()));
  }

  @Test
  void whatOverlapsTheCloseAndANewIncarnationMayWork() {
    told.close("alice", 2, 4);
    told.accepted("alice", 0, 3, 5);
    told.open("alice", 6, 7);
    told.accepted("alice", 1, 8, 9);
    sees(new AfterClose());
  }

  @Test
  void whoHangsInAnEndThatWasClosedBeforeIsSeen() {
    told.close("bob", 1, 2);
    pending(3);
    told.watched(SECOND);
    undecided(new AfterClose());
    told.watched(3 * SECOND);
    sees(new AfterClose(), Observation.WORKS_AFTER_CLOSE);
  }

  @Test
  void whatProcessesHoldMaySettleAndNotGrow() {
    told.holds("p", 100, 40).holds("p", 1_000, 48);
    sees(new Leaks());
    told.holds("q", 100, 40).holds("q", 1_000, 49);
    sees(new Leaks(), Observation.LEAK);
    assertEquals(
        "let process q hold 40 descriptors after round 100; then it holds no more of them after"
            + " round 1000; but it held 49",
        sentence(new Leaks()));
  }

  @Test
  void processesAreNotComparedWithOneAnother() {
    told.holds("p", 100, 40).holds("q", 1_000, 400);
    sees(new Leaks());
  }

  @Test
  void whatIsLeftBehindIsALeak() {
    told.left("a thread named watcher");
    sees(new Leaks(), Observation.LEAK);
  }
}
