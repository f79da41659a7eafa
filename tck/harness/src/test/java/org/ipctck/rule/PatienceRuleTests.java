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
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of time-outs, tries and room, by example and against plain definitions. */
class PatienceRuleTests {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private Told told = told(50, 50);

  private static Told told(int sendMs, int receiveMs) {
    return new Told(Told.STRICT)
        .channel("c1")
        .sender("alice", "c1", new Action.Send(List.of(8), sendMs, 0, true, false))
        .receiver("bob", "c1", receiveMs);
  }

  private void sees(Rule rule, Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(rule));
  }

  private void undecided(Rule rule) {
    Finding finding = rule.judge(told.history());
    assertEquals(List.of(), finding.violations());
    assertFalse(finding.undecided().isEmpty());
  }

  @Test
  void whoGivesUpAtTheTimeOutKeepsIt() {
    told.nothing("bob", 0, 50 * MILLI);
    told.send("alice", 0, 0, 900 * MILLI, Outcome.REFUSED, Reason.TIMEOUT, 64);
    sees(new TimeOuts());
  }

  @Test
  void whoGivesUpBeforeIsSeen() {
    told.nothing("bob", 0, 25 * MILLI);
    sees(new TimeOuts(), Observation.TIMED_OUT_EARLY);
    assertEquals(
        "let o1 = the receive of bob from 0.000 ms to 25.000 ms, with a time-out of 50 ms; then o1"
            + " keeps its time-out; but it gave up after 25000 microseconds",
        new TimeOuts().judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void whoComesBackLongAfterIsSeenWhateverItBringsAndNotUnderStalls() {
    told.accepted("alice", 0, 0, 3 * SECOND);
    sees(new TimeOuts(), Observation.TIMED_OUT_LATE);
    told.stalled(SECOND);
    sees(new TimeOuts());
  }

  @Test
  void whoNeverComesBackIsSeenWhenItWasWatchedForLongEnough() {
    told.received("bob", 0, Told.NEVER, Outcome.PENDING, Reason.NONE);
    told.watched(SECOND);
    undecided(new TimeOuts());
    told.watched(2 * SECOND);
    sees(new TimeOuts(), Observation.TIMED_OUT_LATE);
  }

  @Test
  void whoStoodStillItselfIsNotJudged() {
    told.nothing("bob", 0, 5 * SECOND);
    told.fault(Fault.Kind.SIGSTOP, "bob", 1, 2);
    sees(new TimeOuts());
    sees(new Tries());
  }

  @Test
  void aTryThatWaitsIsSeenAndOneWithATimeOutIsNone() {
    told.nothing("bob", 0, 2 * SECOND);
    sees(new Tries());
    told = told(0, 0);
    told.nothing("bob", 0, SECOND / 2);
    told.fault(Fault.Kind.SIGSTOP, "alice", 1, 2);
    sees(new Tries());
    told.send("alice", 0, 0, Told.NEVER, Outcome.PENDING, Reason.NONE, 64);
    told.nothing("bob", SECOND, 3 * SECOND);
    sees(new Tries(), Observation.TRY_WAITED);
  }

  @Test
  void anEmptyChannelThatTakesLessThanItGrantedIsSeen() {
    told.capacity("c1", Capacity.messages(2));
    told.accepted("alice", 0, 1, 2);
    told.send("alice", 1, 3, 4, Outcome.REFUSED, Reason.TIMEOUT, 64);
    sees(new Granted(), Observation.REFUSED_WITH_ROOM);
    told.capacity("c1", Capacity.messages(1));
    sees(new Granted());
  }

  @Test
  void aDropInAChannelThatHasRoomIsSeen() {
    told.capacity("c1", Capacity.messages(2)).dropped("c1", 1);
    told.accepted("alice", 0, 1, 2);
    told.accepted("alice", 1, 3, 4);
    sees(new Granted(), Observation.REFUSED_WITH_ROOM);
    told.accepted("alice", 2, 5, 6);
    sees(new Granted());
  }

  private void fill(int first, int count, long from) {
    for (int i = 0; i < count; i++) {
      told.accepted("alice", first + i, from + 2L * i, from + 2L * i + 1);
    }
    long refused = from + 2L * count;
    told.send("alice", first + count, refused, refused + 1, Outcome.REFUSED, Reason.FULL, 64);
  }

  private void drain(int first, int count, long from) {
    for (int i = 0; i < count; i++) {
      told.receive("bob", from + 2L * i, from + 2L * i + 1, told.id("alice", first + i));
    }
    told.nothing("bob", from + 2L * count, from + 2L * count + 1);
  }

  @Test
  void roomThatIsLessAfterADrainIsSeen() {
    told.capacity("c1", Capacity.messages(2));
    fill(0, 2, 0);
    drain(0, 2, 20);
    fill(3, 2, 40);
    sees(new RoomReturned());
    drain(3, 2, 60);
    fill(6, 1, 80);
    sees(new RoomReturned(), Observation.ROOM_NOT_RETURNED);
  }

  @Test
  void roomThatWasNeverThereIsNotMissed() {
    told.capacity("c1", Capacity.messages(2));
    fill(0, 1, 0);
    drain(0, 1, 20);
    fill(2, 1, 40);
    sees(new RoomReturned());
  }

  @Test
  void aChannelThatNobodySawEmptyMayHoldMore() {
    told.capacity("c1", Capacity.messages(2));
    fill(0, 2, 0);
    told.receive("bob", 20, 21, told.id("alice", 0));
    fill(3, 1, 40);
    sees(new RoomReturned());
  }

  /** One refusal anywhere in a few fills and drains, against a plain count. */
  @Test
  void roomIsCountedAsIfByHand() {
    Random random = new Random(AgainstTheOracle.SEED);
    int seen = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      told = told(0, 0).capacity("c1", Capacity.messages(2));
      boolean expected = false;
      boolean short0 = false;
      long clock = 0;
      int sequence = 0;
      int cycles = 1 + random.nextInt(4);
      for (int cycle = 0; cycle < cycles; cycle++) {
        int taken = random.nextInt(4) == 0 ? random.nextInt(2) : 2 + random.nextInt(2);
        fill(sequence, taken, clock);
        short0 |= cycle == 0 && taken < 2;
        expected |= cycle > 0 && taken < 2;
        drain(sequence, taken, clock + 20);
        sequence += taken + 1;
        clock += 40;
      }
      boolean broken = !new RoomReturned().judge(told.history()).violations().isEmpty();
      assertEquals(expected && !short0, broken, "seed=" + AgainstTheOracle.SEED + " n=" + drawn);
      seen += broken ? 1 : 0;
    }
    assertTrue(seen > AgainstTheOracle.HISTORIES / 8, "seen=" + seen);
  }

  @Test
  void whatIsSaidOfTimeOutsIsTheirDefinition() {
    Random random = new Random(AgainstTheOracle.SEED);
    int seen = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      int timeout = random.nextInt(4) == 0 ? 0 : random.nextInt(2_000);
      double calibration = 1 + random.nextInt(3);
      long stall = random.nextInt(2) * SECOND / 2;
      long wait = random.nextInt(10_000) * MILLI;
      boolean gaveUp = random.nextBoolean();
      told = told(timeout, timeout).calibrated(calibration).stalled(stall);
      if (gaveUp) {
        told.nothing("bob", 7, 7 + wait);
      } else {
        told.accepted("alice", 0, 7, 7 + wait);
      }
      double seconds = wait / 1e9;
      boolean late = seconds > timeout / 1e3 * calibration + 1 + 2 * stall / 1e9;
      boolean early = gaveUp && seconds < (timeout - 1) / 1e3;
      boolean waited = seconds > calibration + 2 * stall / 1e9;
      boolean timed = !new TimeOuts().judge(told.history()).violations().isEmpty();
      boolean tried = !new Tries().judge(told.history()).violations().isEmpty();
      assertEquals(timeout > 0 && (late || early), timed, "n=" + drawn);
      assertEquals(timeout == 0 && waited, tried, "n=" + drawn);
      seen += timed || tried ? 1 : 0;
    }
    assertTrue(seen > AgainstTheOracle.HISTORIES / 4, "seen=" + seen);
  }

  /** Without a queue, what one message shows alone. */
  @Test
  void nothingBesideAPendingMessageIsSeenAndNothingElse() {
    Random random = new Random(AgainstTheOracle.SEED);
    var profile = Told.STRICT.with(Promise.ORDER, "per-sender");
    Draw draw = new Draw(random, Draw.Model.PER_SENDER, Integer.MAX_VALUE).fitting();
    int wrong = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      List<Draw.Op> all = draw.operations();
      long scale = random.nextBoolean() ? 1 : 10_000;
      boolean broken =
          !new Emptiness().judge(Draw.history(all, profile, scale)).violations().isEmpty();
      boolean expected = all.stream().anyMatch(op -> missed(all, op));
      assertEquals(expected, broken, () -> AgainstTheOracle.text(all));
      wrong += expected ? 1 : 0;
    }
    assertTrue(wrong > AgainstTheOracle.HISTORIES / 40, "wrong=" + wrong);
  }

  private static boolean missed(List<Draw.Op> all, Draw.Op nothing) {
    if (nothing.send || nothing.outcome != Outcome.NOTHING) {
      return false;
    }
    boolean hidden =
        all.stream()
            .filter(op -> !op.send && op.outcome == Outcome.PENDING)
            .anyMatch(op -> op.begin <= nothing.finish);
    return !hidden
        && all.stream()
            .filter(send -> send.send && send.outcome == Outcome.ACCEPTED)
            .filter(send -> send.finish < nothing.begin)
            .anyMatch(
                send ->
                    all.stream()
                            .filter(op -> op.outcome == Outcome.MESSAGE)
                            .filter(op -> op.from.equals(send.end) && op.message == send.sequence)
                            .mapToLong(op -> op.begin)
                            .min()
                            .orElse(Long.MIN_VALUE)
                        > nothing.finish);
  }
}
