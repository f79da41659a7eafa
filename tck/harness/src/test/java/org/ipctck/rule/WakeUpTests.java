package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of those who go on waiting for what is there. */
class WakeUpTests {
  private static final long SECOND = 1_000_000_000;

  private final Told told =
      new Told(Told.STRICT.with(Promise.SHARING, "work"))
          .channel("c1")
          .sender("alice", "c1")
          .receiver("bob", "c1");

  private void sees(Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(new WakeUp()));
  }

  private void undecided() {
    Finding finding = new WakeUp().judge(told.history());
    assertEquals(List.of(), finding.violations());
    assertFalse(finding.undecided().isEmpty());
  }

  private void pending(String end, long begin) {
    told.received(end, begin, Told.NEVER, Outcome.PENDING, Reason.NONE);
  }

  @Test
  void aReceiverThatGaveUpBesideAMessageWasNotWoken() {
    told.accepted("alice", 0, 1, SECOND);
    told.nothing("bob", 0, 3 * SECOND);
    told.receive("bob", 3 * SECOND, 3 * SECOND + 1, told.id("alice", 0));
    sees(Observation.RECEIVER_NOT_WOKEN);
    assertEquals(
        "let m1 = send #0 of alice (64 bytes), accepted at 1000.000 ms; then a receiver that waits"
            + " gets m1; but bob waited from 0.000 ms to 3000.000 ms and got nothing, and only then"
            + " bob received m1 from 3000.000 ms to 3000.000 ms",
        new WakeUp().judge(told.history()).violations().getFirst().sentence());
    told.stalled(SECOND);
    undecided();
  }

  @Test
  void aReceiverThatLooksAgainAtItsTimeOutWasNotWokenEither() {
    told.accepted("alice", 0, 1, 2);
    told.receive("bob", 0, 3 * SECOND, told.id("alice", 0));
    sees(Observation.RECEIVER_NOT_WOKEN);
  }

  @Test
  void aMessageThatHasJustComeWakesInTime() {
    told.accepted("alice", 0, 1, 5 * SECOND);
    told.receive("bob", 0, 5 * SECOND + 1, told.id("alice", 0));
    sees();
  }

  @Test
  void whatAnotherReceiverHadAllAlongIsNotMissed() {
    told.receiver("eve", "c1");
    told.accepted("alice", 0, 1, 2);
    told.nothing("bob", 0, 3 * SECOND);
    told.receive("eve", 3 * SECOND, 3 * SECOND + 1, told.id("alice", 0));
    sees();
  }

  @Test
  void whoHangsBesideAMessageWasNotWoken() {
    told.accepted("alice", 0, 1, 2);
    pending("bob", 3);
    told.watched(SECOND / 2);
    undecided();
    told.watched(4 * SECOND);
    sees(Observation.RECEIVER_NOT_WOKEN);
    told.calibrated(5);
    undecided();
  }

  @Test
  void whoHangsBesideALostMessageWasNotLeftAsleep() {
    told.accepted("alice", 0, 1, 2);
    told.accepted("alice", 1, 3, 4);
    told.receive("bob", 5, 6, told.id("alice", 1));
    pending("bob", 7);
    told.watched(4 * SECOND);
    sees();
  }

  @Test
  void aSendThatHangsBesideAnEmptyChannelWasNotWoken() {
    told.send("alice", 0, 1, Told.NEVER, Outcome.PENDING, Reason.NONE, 64);
    pending("bob", 2);
    told.watched(4 * SECOND);
    sees(Observation.SENDER_NOT_WOKEN);
  }

  @Test
  void aSendThatWaitsForRoomThatIsTakenGoesOnWaiting() {
    told.accepted("alice", 0, 1, 2);
    told.send("alice", 1, 3, 4 * SECOND, Outcome.REFUSED, Reason.TIMEOUT, 64);
    told.nothing("bob", 3, 4 * SECOND);
    told.receive("bob", 5 * SECOND, 6 * SECOND, told.id("alice", 0));
    sees(Observation.RECEIVER_NOT_WOKEN);
  }

  @Test
  void aReceiverThatKeepsAMessageKeepsItsRoom() {
    told.receiver("eve", "c1");
    told.accepted("alice", 0, 1, 2);
    told.receive("eve", 3, 4, told.id("alice", 0));
    told.send("alice", 1, 5, Told.NEVER, Outcome.PENDING, Reason.NONE, 64);
    pending("bob", 6);
    told.watched(4 * SECOND);
    sees();
  }

  @Test
  void onlyTheLivingHaveToBeWoken() {
    told.accepted("alice", 0, 1, 2);
    pending("bob", 3);
    told.fault(Fault.Kind.SIGKILL, "alice", 4, 5).watched(4 * SECOND);
    undecided();
  }
}
