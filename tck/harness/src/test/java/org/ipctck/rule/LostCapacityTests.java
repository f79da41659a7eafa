package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of a channel after many deaths. */
class LostCapacityTests {
  private Told told;
  private int sequence;
  private long now;

  /**
   * A channel that grants so many messages, and a sender of it that is killed between two fills.
   */
  private void filled(int granted, int young, int left, int old, boolean killed) {
    Action.Send tries = new Action.Send(List.of(64), 0, 0, true, false);
    told =
        new Told(Told.STRICT)
            .channel("c1")
            .capacity("c1", new Capacity(Capacity.Unit.MESSAGES, granted, granted + 4, 0))
            .sender("alice", "c1", tries)
            .sender("carol", "c1")
            .receiver("bob", "c1");
    sequence = 0;
    now = 10;
    for (String end : List.of("alice", "carol", "bob")) {
      told.open(end, 1, 2);
    }
    fill(young);
    take(0, young);
    for (int place = 0; place < left; place++) {
      told.accepted("carol", place, now++, now++);
    }
    if (killed) {
      told.fault(Fault.Kind.SIGKILL, "carol", now++, now++);
    }
    int first = sequence;
    fill(old);
    for (int place = 0; place < left; place++) {
      told.receive("bob", now++, now++, told.id("carol", place));
    }
    take(first, old);
    told.nothing("bob", now++, now++);
  }

  private void fill(int accepted) {
    for (int place = 0; place < accepted; place++) {
      told.accepted("alice", sequence++, now++, now++);
    }
    told.send("alice", sequence++, now++, now++, Outcome.REFUSED, Reason.FULL, 64);
  }

  private void take(int first, int count) {
    for (int place = first; place < first + count; place++) {
      told.receive("bob", now++, now++, told.id("alice", place));
    }
  }

  @Test
  void aChannelThatAcceptsAsManyAsBeforeHasLostNothing() {
    filled(4, 5, 0, 5, true);
    assertEquals(List.of(), told.seenBy(new LostCapacity()));
  }

  @Test
  void aChannelThatAcceptsFewerThanItGrantedHasLostCapacity() {
    filled(4, 5, 0, 3, true);
    assertEquals(List.of(Observation.CAPACITY_LOST), told.seenBy(new LostCapacity()));
    assertEquals(
        "let channel c1 accept 5 messages of 64 bytes when it is new, and 1 senders of it be"
            + " killed; then it accepts at least 4 when it was emptied; but it was full with 3, from"
            + " 0.000 ms to 0.000 ms",
        new LostCapacity().judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void whatTheDeadHadSentTakesRoomAsWell() {
    filled(4, 5, 2, 3, true);
    assertEquals(List.of(), told.seenBy(new LostCapacity()));
  }

  @Test
  void whereNobodyDiedNoDeathIsToBlame() {
    filled(4, 5, 0, 3, false);
    assertEquals(List.of(), told.seenBy(new LostCapacity()));
  }

  @Test
  void aChannelThatWasFilledOnceTellsNothing() {
    told = new Told(Told.STRICT).channel("c1").sender("alice", "c1").receiver("bob", "c1");
    told.accepted("alice", 0, 1, 2);
    assertFalse(new LostCapacity().judge(told.history()).undecided().isEmpty());
  }

  /** The oracle counts: places that nobody has and that nobody gets. */
  @Test
  void placesThatAreGoneAreSeenAndNoOthers() {
    Random random = new Random(AgainstTheOracle.SEED);
    int lost = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      int granted = 1 + random.nextInt(6);
      int young = granted + random.nextInt(3);
      int places = random.nextInt(granted + 3);
      int left = Math.min(places, random.nextInt(3));
      filled(granted, young, left, places - left, true);
      boolean is = places < granted;
      String words = "granted=" + granted + " young=" + young + " places=" + places;
      assertEquals(is, !told.seenBy(new LostCapacity()).isEmpty(), words);
      lost += is ? 1 : 0;
    }
    assertTrue(lost > AgainstTheOracle.HISTORIES / 4, "lost=" + lost);
    assertTrue(lost < AgainstTheOracle.HISTORIES * 3 / 4, "lost=" + lost);
  }
}
