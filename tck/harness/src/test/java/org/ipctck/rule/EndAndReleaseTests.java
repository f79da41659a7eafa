package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of ends, and of those who wait for a peer that was killed. */
class EndAndReleaseTests {
  private static final long SECOND = 1_000_000_000;

  private final Told told =
      new Told(Told.STRICT)
          .channel("c1")
          .sender("alice", "c1")
          .sender("carol", "c1")
          .receiver("bob", "c1");

  private void sees(Rule rule, Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(rule));
  }

  private void closes() {
    told.close("alice", 10, 11);
    told.close("carol", 12, 13);
  }

  @Test
  void theEndAfterTheLastCloseIsRight() {
    closes();
    told.received("bob", 5, 12, Outcome.END, Reason.NONE);
    sees(new EndOfChannel());
  }

  @Test
  void theEndBeforeTheLastCloseBeganIsWithoutClose() {
    closes();
    told.received("bob", 5, 11, Outcome.END, Reason.NONE);
    sees(new EndOfChannel(), Observation.END_WITHOUT_CLOSE);
  }

  @Test
  void theEndAfterAKillIsWithoutClose() {
    told.close("alice", 10, 11);
    told.fault(Fault.Kind.SIGKILL, "carol", 12, 13);
    told.received("bob", 14, 15, Outcome.END, Reason.NONE);
    sees(new EndOfChannel(), Observation.END_WITHOUT_CLOSE);
  }

  @Test
  void theEndAfterAKillAndALaterCloseIsRight() {
    told.fault(Fault.Kind.SIGKILL, "carol", 10, 11);
    told.close("alice", 12, 13);
    told.received("bob", 14, 15, Outcome.END, Reason.NONE);
    sees(new EndOfChannel());
    sees(new Released());
  }

  @Test
  void aSenderThatOpensAfterTheEndIsNotMissedByIt() {
    told.open("alice", 1, 2);
    told.close("alice", 3, 4);
    told.received("bob", 5, 6, Outcome.END, Reason.NONE);
    told.open("carol", 7, 8);
    sees(new EndOfChannel());
  }

  @Test
  void aMessageAfterTheEndShowsThatItCameTooEarly() {
    told.accepted("alice", 0, 1, 2);
    closes();
    told.received("bob", 14, 15, Outcome.END, Reason.NONE);
    told.receive("bob", 16, 17, told.id("alice", 0));
    sees(new EndOfChannel(), Observation.END_TOO_EARLY);
  }

  @Test
  void whoWaitsLongAfterTheLastCloseIsToldTheEnd() {
    closes();
    told.nothing("bob", 0, SECOND);
    sees(new EndOfChannel());
    told.nothing("bob", SECOND + 1, 3 * SECOND);
    sees(new EndOfChannel(), Observation.NO_END);
    told.stalled(SECOND);
    sees(new EndOfChannel());
    assertFalse(new EndOfChannel().judge(told.history()).undecided().isEmpty());
  }

  @Test
  void aReceiverThatWaitsPastTheBoundWasNotReleased() {
    told.close("alice", 1, 2);
    told.fault(Fault.Kind.SIGKILL, "carol", 10, 11);
    told.nothing("bob", 5, 11 + 2 * SECOND);
    sees(new Released());
    told.nothing("bob", 12 + 2 * SECOND, 13 + 5 * SECOND);
    sees(new Released(), Observation.RECEIVER_NOT_RELEASED);
    told.stalled(SECOND);
    assertFalse(new Released().judge(told.history()).undecided().isEmpty());
  }

  @Test
  void aReceiverThatIsReleasedWithTheEndIsNotReleasedRightly() {
    told.close("alice", 1, 2);
    told.fault(Fault.Kind.SIGKILL, "carol", 10, 11);
    told.received("bob", 5, 12, Outcome.END, Reason.NONE);
    sees(new Released(), Observation.RECEIVER_NOT_RELEASED);
    sees(new EndOfChannel());
  }

  @Test
  void aReceiverWithALivingSenderGoesOnWaiting() {
    told.fault(Fault.Kind.SIGKILL, "carol", 10, 11);
    told.nothing("bob", 5, 11 + 5 * SECOND);
    sees(new Released());
  }

  @Test
  void aSenderIsReleasedWhenTheLastReceiverIsKilled() {
    told.fault(Fault.Kind.SIGKILL, "bob", 10, 11);
    told.send("alice", 0, 5, 12, Outcome.REFUSED, Reason.PEER_GONE, 64);
    sees(new Released());
    told.send("carol", 0, 5, 11 + 3 * SECOND, Outcome.REFUSED, Reason.TIMEOUT, 64);
    sees(new Released(), Observation.SENDER_NOT_RELEASED);
  }

  @Test
  void whatComesAfterThePeerIsGoneCameTooLate() {
    told.accepted("alice", 0, 1, 2);
    told.fault(Fault.Kind.SIGKILL, "alice", 3, 4);
    told.received("bob", 5, 6, Outcome.BROKEN, Reason.PEER_GONE);
    told.receive("bob", 7, 8, told.id("alice", 0));
    sees(new Survivors(), Observation.LOST_WITH_ITS_SENDER);
  }
}
