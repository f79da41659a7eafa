package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.Content;
import org.ipctck.history.MessageId;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What matching says of messages that were not received as they were sent. */
class MatchingTests {
  private final Told told =
      new Told(Told.STRICT)
          .channel("c1")
          .channel("c2")
          .sender("alice", "c1")
          .sender("carol", "c2")
          .sender("dave", "c2", true)
          .receiver("bob", "c1")
          .receiver("eve", "c2");

  private void sees(Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(new Matching()));
  }

  @Test
  void aMessageReceivedOnceIsNothingToSpeakOf() {
    told.accepted("alice", 0, 1, 2);
    told.receive("bob", 1, 3, told.id("alice", 0));
    sees();
  }

  @Test
  void aMessageReceivedTwiceIsADuplicate() {
    told.accepted("alice", 0, 1, 2);
    told.receive("bob", 1, 3, told.id("alice", 0));
    told.receive("bob", 4, 5, told.id("alice", 0));
    sees(Observation.DUPLICATE);
  }

  @Test
  void aRefusedMessageThatComesIsAGhost() {
    told.send("alice", 0, 1, 2, Outcome.REFUSED, Reason.FULL, 64);
    told.receive("bob", 1, 3, told.id("alice", 0));
    sees(Observation.GHOST);
  }

  @Test
  void aRefusedOversizeThatComesIsBlamedOnTheLimit() {
    told.send("alice", 0, 1, 2, Outcome.REFUSED, Reason.TOO_LARGE, 64);
    told.receive("bob", 1, 3, told.id("alice", 0));
    sees(Observation.OVERSIZE_NOT_REFUSED);
  }

  @Test
  void anInterruptedOrUnknownSendMayBeReceivedOnce() {
    told.send("alice", 0, 1, 2, Outcome.INTERRUPTED);
    told.send("alice", 1, 3, 4, Outcome.UNKNOWN);
    told.receive("bob", 5, 6, told.id("alice", 0));
    told.receive("bob", 7, 8, told.id("alice", 1));
    sees();
  }

  @Test
  void aMessageOnAnotherChannelHasCrossed() {
    told.accepted("alice", 0, 1, 2);
    told.receive("eve", 3, 4, told.id("alice", 0));
    sees(Observation.CROSSED);
  }

  @Test
  void aMessageThatNobodySentIsInvented() {
    told.receive("bob", 3, 4, told.id("alice", 7));
    sees(Observation.INVENTED);
  }

  @Test
  void aMessageReceivedBeforeItWasSentIsInvented() {
    told.accepted("alice", 0, 5, 6);
    told.receive("bob", 3, 4, told.id("alice", 0));
    sees(Observation.INVENTED);
  }

  @Test
  void equalStampsAreConcurrent() {
    told.accepted("alice", 0, 4, 6);
    told.receive("bob", 3, 4, told.id("alice", 0));
    sees();
  }

  @Test
  void otherBytesOfOneSenderAreCorrupt() {
    told.accepted("alice", 0, 1, 2);
    told.receive("bob", 3, 4, told.id("alice", 0), 64, Content.CORRUPT);
    sees(Observation.CORRUPT);
  }

  @Test
  void anotherLengthIsASplitOrAMerge() {
    told.accepted("alice", 0, 1, 2);
    told.receive("bob", 3, 4, told.id("alice", 0), 32, Content.CORRUPT);
    told.receive("bob", 5, 6, 12345, 32, Content.NO_ID);
    sees(Observation.SPLIT_OR_MERGED, Observation.SPLIT_OR_MERGED);
  }

  @Test
  void bytesChangedBesideAnotherSenderAreMixed() {
    told.send("carol", 0, 1, 5, Outcome.ACCEPTED);
    told.sender("frank", "c2");
    told.send("frank", 0, 2, 6, Outcome.ACCEPTED);
    told.receive("eve", 7, 8, told.id("carol", 0), 64, Content.CORRUPT);
    sees(Observation.MIXED);
  }

  @Test
  void bytesOfAScribblingSenderWereChangedAfterTheSend() {
    told.accepted("dave", 0, 1, 2);
    told.receive("eve", 3, 4, told.id("dave", 0), 64, Content.CORRUPT);
    told.receive("eve", 5, 6, 0xEEEEEEEEEEEEEEEEL, 64, Content.NO_ID);
    told.accepted("dave", 1, 3, 4);
    sees(Observation.CHANGED_AFTER_SEND, Observation.CHANGED_AFTER_SEND);
  }

  @Test
  void aPartOfAKilledSendersMessageIsTorn() {
    told.send("alice", 0, 1, Told.NEVER, Outcome.PENDING);
    told.fault(Fault.Kind.SIGKILL, "alice", 2, 3);
    told.receive("bob", 4, 5, told.id("alice", 0), 32, Content.CORRUPT);
    sees(Observation.TORN_AT_DEATH);
  }

  @Test
  void anIncarnationThatBeginsWithinAMessageIsBlamedOnTheRestart() {
    told.open("bob", 0, 0);
    told.send("alice", 0, 1, Told.NEVER, Outcome.PENDING);
    told.fault(Fault.Kind.SIGKILL, "alice", 2, 3);
    told.close("bob", 4, 5);
    told.open("bob", 6, 7);
    told.receive("bob", 8, 9, 12345, 32, Content.NO_ID);
    sees(Observation.NOT_AT_A_BOUNDARY);
  }

  @Test
  void shortMessagesAreMatchedByPosition() {
    for (int sequence = 0; sequence < 8; sequence++) {
      long at = 2L * sequence;
      told.send("alice", sequence, at, at + 1, Outcome.ACCEPTED, Reason.NONE, sequence);
      told.receive("bob", at, at + 1, shortBytes(sequence), sequence, Content.SHORT);
    }
    sees();
  }

  @Test
  void aShortMessageOfOtherBytesIsCorrupt() {
    told.send("alice", 0, 1, 2, Outcome.ACCEPTED, Reason.NONE, 5);
    told.receive("bob", 3, 4, shortBytes(5) ^ 1, 5, Content.SHORT);
    sees(Observation.CORRUPT);
  }

  @Test
  void aShortMessageThatComesAgainIsADuplicate() {
    told.send("alice", 0, 1, 2, Outcome.ACCEPTED, Reason.NONE, 5);
    long bytes = Positions.bytes(told.id("alice", 0), 5);
    told.receive("bob", 3, 4, bytes, 5, Content.SHORT);
    told.receive("bob", 5, 6, bytes, 5, Content.SHORT);
    sees(Observation.DUPLICATE);
  }

  @Test
  void twoShortMessagesReceivedAsOneAreMerged() {
    told.send("alice", 0, 1, 2, Outcome.ACCEPTED, Reason.NONE, 3);
    told.send("alice", 1, 3, 4, Outcome.ACCEPTED, Reason.NONE, 2);
    told.receive("bob", 5, 6, MessageId.NONE, 5, Content.SHORT);
    sees(Observation.SPLIT_OR_MERGED);
  }

  private long shortBytes(int sequence) {
    return Positions.bytes(told.id("alice", sequence), sequence);
  }
}
