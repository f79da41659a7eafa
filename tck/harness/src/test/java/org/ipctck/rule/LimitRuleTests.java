package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of messages that are too large, and of channels that are full. */
class LimitRuleTests {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private Told told = told(Told.STRICT, Action.FOREVER);

  private static Told told(Profile profile, int timeoutMs) {
    return new Told(profile)
        .channel("c1")
        .sender("alice", "c1", new Action.Send(List.of(8), timeoutMs, 0, true, false))
        .receiver("bob", "c1");
  }

  private static Profile overflow(String how) {
    return Told.STRICT.with(Promise.OVERFLOW, how);
  }

  private void sees(Rule rule, Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(rule));
  }

  private String sentence(Rule rule) {
    return rule.judge(told.history()).violations().getFirst().sentence();
  }

  private void oversized(Outcome outcome, Reason reason) {
    told.send("alice", 0, 1, 2, outcome, reason, 65_537);
  }

  @Test
  void anOversizedMessageIsRefusedAsSuch() {
    oversized(Outcome.REFUSED, Reason.TOO_LARGE);
    told.send("alice", 1, 3, 4, Outcome.ACCEPTED, Reason.NONE, 65_536);
    sees(new Oversize());
  }

  @Test
  void anOversizedMessageThatIsAcceptedIsSeen() {
    oversized(Outcome.ACCEPTED, Reason.NONE);
    sees(new Oversize(), Observation.OVERSIZE_NOT_REFUSED);
    assertEquals(
        "let m1 = send #0 of alice (65537 bytes), accepted at 0.000 ms; then m1, over the declared"
            + " largest of 65536 bytes, is refused as TOO_LARGE; but it was ACCEPTED NONE",
        sentence(new Oversize()));
  }

  @Test
  void whatMayBeLookedAtBeforeTheSizeExcuses() {
    oversized(Outcome.REFUSED, Reason.INTERRUPTED);
    sees(new Oversize());
  }

  @Test
  void aChannelThatIsBrokenByAnOversizedMessageIsSeen() {
    oversized(Outcome.REFUSED, Reason.TOO_LARGE);
    told.received("bob", 3_000, 4_000, Outcome.BROKEN, Reason.MALFORMED);
    sees(new Oversize(), Observation.CHANNEL_UNUSABLE_AFTER_OVERSIZE);
  }

  @Test
  void whatAnotherEndingBreaksIsNotBlamedOnTheSize() {
    oversized(Outcome.REFUSED, Reason.TOO_LARGE);
    told.received("bob", 5, 6, Outcome.BROKEN, Reason.PEER_GONE);
    told.fault(Fault.Kind.SIGKILL, "alice", 3, 4);
    sees(new Oversize());
  }

  @Test
  void aSendThatCouldWaitIsNotRefusedAsFull() {
    told.send("alice", 0, 1, 2, Outcome.REFUSED, Reason.FULL, 64);
    sees(new Overflow(), Observation.OVERFLOW_OTHERWISE);
    assertEquals(
        "let o1 = the send of alice from 0.000 ms to 0.000 ms; then at the limit the channel does"
            + " what it declared: block; but it was refused as FULL although it could wait",
        sentence(new Overflow()));
  }

  @Test
  void aSendThatHasWaitedAndATryAreRefusedAsFull() {
    told = told(Told.STRICT, 3);
    told.send("alice", 0, 1, 1 + 3 * MILLI, Outcome.REFUSED, Reason.FULL, 64);
    sees(new Overflow());
    told = told(Told.STRICT, 0);
    told.send("alice", 0, 1, 2, Outcome.REFUSED, Reason.FULL, 64);
    sees(new Overflow());
  }

  @Test
  void aSendThatWaitsWhereItIsToBeRefusedIsSeenAndNotUnderStalls() {
    told = told(overflow("refuse"), Action.FOREVER);
    told.send("alice", 0, 0, SECOND, Outcome.ACCEPTED, Reason.NONE, 64);
    sees(new Overflow());
    told.send("alice", 1, SECOND, 3 * SECOND, Outcome.ACCEPTED, Reason.NONE, 64);
    sees(new Overflow(), Observation.OVERFLOW_OTHERWISE);
    told.stalled(SECOND);
    sees(new Overflow());
  }

  @Test
  void aSendThatAKillCutHasNotWaited() {
    told = told(overflow("refuse"), Action.FOREVER);
    told.send("alice", 0, 0, Told.NEVER, Outcome.PENDING, Reason.NONE, 64);
    told.fault(Fault.Kind.SIGKILL, "alice", 1, 2).watched(5 * SECOND);
    sees(new Overflow());
  }

  @Test
  void aSendIsNotRefusedWhereTheOldestIsDropped() {
    told = told(overflow("drop-oldest"), 0);
    told.send("alice", 0, 1, 2, Outcome.REFUSED, Reason.FULL, 64);
    sees(new Overflow(), Observation.OVERFLOW_OTHERWISE);
  }

  private void threeOfWhichComes(int first, int second, int bytes) {
    for (int message = 0; message < 3; message++) {
      told.send(
          "alice", message, 10 * message, 10 * message + 5, Outcome.ACCEPTED, Reason.NONE, bytes);
    }
    told.receive("bob", 40, 41, told.id("alice", first));
    told.receive("bob", 42, 43, told.id("alice", second));
    told.nothing("bob", 44, 45);
  }

  @Test
  void theOldestIsDroppedAndNotAnother() {
    told = told(overflow("drop-oldest"), 0);
    threeOfWhichComes(1, 2, 64);
    sees(new Overflow());
    told = told(overflow("drop-oldest"), 0);
    threeOfWhichComes(0, 2, 64);
    sees(new Overflow(), Observation.OVERFLOW_OTHERWISE);
  }

  @Test
  void theNewestIsDroppedAndNotAnother() {
    told = told(overflow("drop-newest"), 0);
    threeOfWhichComes(0, 1, 64);
    sees(new Overflow());
    told = told(overflow("drop-newest"), 0);
    threeOfWhichComes(0, 2, 64);
    sees(new Overflow(), Observation.OVERFLOW_OTHERWISE);
  }

  @Test
  void whatCameWhileSomebodyReceivedTellsNothingOfTheLimit() {
    told = told(overflow("drop-oldest"), 0);
    told.accepted("alice", 0, 1, 2);
    told.receive("bob", 3, 4, told.id("alice", 0));
    told.accepted("alice", 1, 5, 6);
    told.accepted("alice", 2, 7, 8);
    told.receive("bob", 9, 10, told.id("alice", 2));
    told.nothing("bob", 11, 12);
    sees(new Overflow());
  }

  /** The two that are left look like the two that were first. */
  @Test
  void emptyMessagesAreNotToldByTheirPlaceWhereSomeWereDropped() {
    told = told(overflow("drop-oldest"), 0);
    for (int message = 0; message < 3; message++) {
      int bytes = message == 1 ? 64 : 0;
      told.send(
          "alice", message, 10 * message, 10 * message + 5, Outcome.ACCEPTED, Reason.NONE, bytes);
    }
    told.receive("bob", 40, 41, told.id("alice", 1));
    told.receive(
        "bob", 42, 43, org.ipctck.history.MessageId.NONE, 0, org.ipctck.history.Content.SHORT);
    told.nothing("bob", 44, 45);
    told.dropped("c1", 1);
    for (Rule rule : List.of(new Overflow(), new PerSenderOrder(), new Matching(), new Drops())) {
      sees(rule);
    }
  }
}
