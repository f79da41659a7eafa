package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.Content;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** Who is blamed for a message that never came. */
class LossTests {
  private Told told =
      new Told(Told.STRICT)
          .channel("c1")
          .sender("alice", "c1")
          .sender("carol", "c1")
          .receiver("bob", "c1");

  private void sees(Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(new Loss()));
  }

  private void undecided() {
    Finding finding = new Loss().judge(told.history());
    assertEquals(List.of(), finding.violations());
    assertFalse(finding.undecided().isEmpty());
  }

  @Test
  void aMessageOfALivingSenderIsLostBetweenTheLiving() {
    told.accepted("alice", 0, 1, 2);
    told.nothing("bob", 3, 4);
    sees(Observation.LOST_BETWEEN_THE_LIVING);
  }

  @Test
  void withoutADrainNothingIsSaid() {
    told.accepted("alice", 0, 1, 3);
    told.nothing("bob", 3, 4);
    undecided();
  }

  @Test
  void aTryProvesNothingWhereEmptinessIsWeak() {
    told =
        new Told(Told.STRICT.with(Promise.EMPTINESS, "weak"))
            .channel("c1")
            .sender("alice", "c1")
            .receiver("bob", "c1");
    told.accepted("alice", 0, 1, 2);
    told.nothing("bob", 3, 4);
    undecided();
    told.nothing("bob", 5, 5 + Drain.PATIENCE_NANOS);
    sees(Observation.LOST_BETWEEN_THE_LIVING);
    told.stalled(Drain.PATIENCE_NANOS);
    undecided();
  }

  @Test
  void theLastMessageBeforeACloseIsLostAtClose() {
    told.accepted("alice", 0, 1, 2);
    told.close("alice", 3, 4);
    told.close("carol", 3, 4);
    told.received("bob", 0, 5, Outcome.END, Reason.NONE);
    sees(Observation.LOST_AT_CLOSE);
  }

  @Test
  void aGapBeforeAReceivedMessageIsNotBlamedOnTheClose() {
    told.accepted("alice", 0, 1, 2);
    told.accepted("alice", 1, 3, 4);
    told.close("alice", 5, 6);
    told.receive("bob", 3, 7, told.id("alice", 1));
    told.nothing("bob", 8, 9);
    sees(Observation.LOST_BETWEEN_THE_LIVING);
  }

  @Test
  void theLastMessageBeforeAKillIsLostWithItsSender() {
    told.accepted("alice", 0, 1, 2);
    told.fault(Fault.Kind.SIGKILL, "alice", 3, 4);
    told.nothing("bob", 5, 6);
    sees(Observation.LOST_WITH_ITS_SENDER);
  }

  @Test
  void whereAcceptanceDoesNotOutliveTheSenderItsDeathExcuses() {
    told =
        new Told(Told.STRICT.with(Promise.ACCEPTANCE, "none"))
            .channel("c1")
            .sender("alice", "c1")
            .receiver("bob", "c1");
    told.accepted("alice", 0, 1, 2);
    told.fault(Fault.Kind.SIGKILL, "alice", 3, 4);
    told.nothing("bob", 5, 6);
    sees();
  }

  @Test
  void whatIsAcceptedBehindAHalfSentMessageIsHiddenByTheDeath() {
    told.send("alice", 0, 1, Told.NEVER, Outcome.PENDING);
    told.fault(Fault.Kind.SIGKILL, "alice", 2, 3);
    told.accepted("carol", 0, 4, 5);
    told.nothing("bob", 6, 7);
    sees(Observation.HIDDEN_AFTER_DEATH);
  }

  @Test
  void aReceiverThatClosedBeforeTheDrainExcuses() {
    told.receiver("eve", "c1");
    told.accepted("alice", 0, 1, 2);
    told.close("eve", 3, 4);
    told.nothing("bob", 5, 6);
    sees();
  }

  @Test
  void aReceiverThatClosesAfterTheDrainExcusesNothing() {
    told.accepted("alice", 0, 1, 2);
    told.nothing("bob", 3, 4);
    told.close("bob", 5, 6);
    sees(Observation.LOST_BETWEEN_THE_LIVING);
  }

  @Test
  void aReceiveThatNeverReturnedMayHaveTakenOne() {
    told.receiver("eve", "c1");
    told.accepted("alice", 0, 1, 2);
    told.received("eve", 1, 2, Outcome.INTERRUPTED, Reason.INTERRUPTED);
    told.nothing("eve", 5, 6);
    told.nothing("bob", 5, 6);
    sees();
    told.accepted("alice", 1, 3, 4);
    sees(Observation.LOST_BETWEEN_THE_LIVING);
  }

  @Test
  void damagedMessagesAreNotLostOnes() {
    told.accepted("alice", 0, 1, 2);
    told.accepted("alice", 1, 3, 4);
    told.receive("bob", 5, 6, told.id("alice", 0), 128, Content.CORRUPT);
    told.nothing("bob", 7, 8);
    undecided();
  }

  @Test
  void anEndWhileTheSenderIsOpenBelongsToAnotherRule() {
    told.accepted("alice", 0, 1, 2);
    told.received("bob", 3, 4, Outcome.END, Reason.NONE);
    sees();
  }
}
