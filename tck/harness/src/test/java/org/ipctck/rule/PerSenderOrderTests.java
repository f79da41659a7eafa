package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of messages of one sender that come in another order. */
class PerSenderOrderTests {
  private Told told =
      new Told(Told.STRICT)
          .channel("c1")
          .sender("alice", "c1")
          .receiver("bob", "c1")
          .receiver("eve", "c1");

  private void sees(Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(new PerSenderOrder()));
  }

  private void twoSends() {
    told.accepted("alice", 0, 12_000_000, 12_031_000);
    told.accepted("alice", 1, 13_000_000, 13_001_000);
  }

  @Test
  void aLaterMessageThatComesFirstHasOvertaken() {
    twoSends();
    told.receive("bob", 14_000_000, 14_010_000, told.id("alice", 1));
    told.receive("bob", 14_020_000, 14_030_000, told.id("alice", 0));
    sees(Observation.OVERTAKEN);
    Violation violation = new PerSenderOrder().judge(told.history()).violations().getFirst();
    assertEquals(
        "let m1 = send #0 of alice (64 bytes), accepted at 0.031 ms, and m2 = send #1 of alice"
            + " (64 bytes), accepted at 1.001 ms; then m1 is received before m2; but bob received"
            + " m2 from 2.000 ms to 2.010 ms, and only then bob received m1 from 2.020 ms to"
            + " 2.030 ms",
        violation.sentence());
    assertEquals(List.of(0, 1, 2, 3), violation.witness());
    assertEquals(4_999, violation.marginNanos());
  }

  @Test
  void receivesThatTouchAreConcurrent() {
    twoSends();
    told.receive("bob", 14, 20, told.id("alice", 1));
    told.receive("eve", 20, 30, told.id("alice", 0));
    sees();
  }

  @Test
  void aSkippedMessageIsLost() {
    twoSends();
    told.receive("bob", 14, 20, told.id("alice", 1));
    sees(Observation.LOST_BETWEEN_THE_LIVING);
  }

  @Test
  void aReceiveThatNeverReturnedMayHaveTakenTheSkippedOne() {
    twoSends();
    told.receive("bob", 14, 20, told.id("alice", 1));
    told.received("eve", 20, Told.NEVER, Outcome.PENDING, Reason.NONE);
    sees();
  }

  @Test
  void aReceiveThatBeganTooLateDidNotTakeTheSkippedOne() {
    twoSends();
    told.receive("bob", 14, 20, told.id("alice", 1));
    told.received("eve", 21, Told.NEVER, Outcome.PENDING, Reason.NONE);
    sees(Observation.LOST_BETWEEN_THE_LIVING);
  }

  @Test
  void whereDropsAreDeclaredSkippingIsAllowed() {
    told =
        new Told(Told.STRICT.with(Promise.OVERFLOW, "drop-oldest"))
            .channel("c1")
            .sender("alice", "c1")
            .receiver("bob", "c1");
    twoSends();
    told.receive("bob", 14, 20, told.id("alice", 1));
    sees();
  }

  @Test
  void aMessageOfUnknownOutcomeMayComeLate() {
    told.send("alice", 0, 1, 2, Outcome.UNKNOWN);
    told.accepted("alice", 1, 3, 4);
    told.receive("bob", 5, 6, told.id("alice", 1));
    told.receive("bob", 7, 8, told.id("alice", 0));
    sees();
  }
}
