package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** The rules that count or look at one operation. */
class SmallRuleTests {
  private Told told =
      new Told(Told.STRICT).channel("c1").sender("alice", "c1").receiver("bob", "c1");

  private void sees(Rule rule, Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(rule));
  }

  @Test
  void aDropThatIsNotCountedIsSeenAfterADrain() {
    told =
        new Told(Told.STRICT.with(Promise.OVERFLOW, "drop-oldest"))
            .channel("c1")
            .sender("alice", "c1")
            .receiver("bob", "c1");
    told.accepted("alice", 0, 1, 2);
    told.accepted("alice", 1, 3, 4);
    told.receive("bob", 5, 6, told.id("alice", 1));
    told.nothing("bob", 7, 8);
    told.dropped("c1", 0);
    sees(new Drops(), Observation.DROP_NOT_COUNTED);
    told.dropped("c1", 1);
    sees(new Drops());
  }

  @Test
  void unknownWithoutCauseIsSeen() {
    told.send("alice", 0, 1, 2, Outcome.UNKNOWN, Reason.NONE, 64);
    sees(new UnknownWithoutCause(), Observation.UNKNOWN_WITHOUT_CAUSE);
    told.fault(Fault.Kind.SIGKILL, "bob", 1, 2);
    sees(new UnknownWithoutCause());
  }

  @Test
  void aTimeOutIsUnknownOnlyWhereTheProfileSaysSo() {
    told.send("alice", 0, 1, 2, Outcome.UNKNOWN, Reason.TIMEOUT, 64);
    sees(new UnknownWithoutCause(), Observation.UNKNOWN_WITHOUT_CAUSE);
  }

  @Test
  void anUndeclaredExceptionIsSeen() {
    told.received("bob", 1, 2, Outcome.UNTYPED, Reason.NONE);
    sees(new Untyped(), Observation.UNTYPED_ERROR);
  }

  @Test
  void bytesAreCountedWhereTheCapacityIsInBytes() {
    told.capacity("c1", new Capacity(Capacity.Unit.BYTES, 100, 128, 8));
    told.accepted("alice", 0, 1, 2);
    told.accepted("alice", 1, 3, 4);
    sees(new Occupancy());
    told.accepted("alice", 2, 5, 6);
    sees(new Occupancy(), Observation.OVER_CAPACITY);
  }

  @Test
  void aReceivedMessageHoldsItsRoomUntilTheNextReceive() {
    told.capacity("c1", Capacity.messages(1));
    told.accepted("alice", 0, 1, 2);
    told.receive("bob", 3, 4, told.id("alice", 0));
    told.send("alice", 1, 5, 6, Outcome.REFUSED, Reason.FULL, 64);
    sees(new Occupancy());
    told.nothing("bob", 7, 8);
    told.send("alice", 2, 9, 10, Outcome.REFUSED, Reason.FULL, 64);
    sees(new Occupancy(), Observation.REFUSED_WITH_ROOM);
  }
}
