package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** Who pauses is not dead, and who was declared dead does nothing more. */
class PausedTests {
  private static final long MS = 1_000_000;

  private static Told paused() {
    return told("timeout").fault(Fault.Kind.SIGSTOP, "alice", 10 * MS, 11 * MS);
  }

  private static Told told(String death) {
    Told told =
        new Told(Told.STRICT.with(Promise.DEATH, death).with(Promise.BOUND, "100"))
            .channel("c")
            .sender("alice", "c")
            .receiver("bob", "c");
    told.open("alice", 0, 1);
    told.open("bob", 0, 1);
    return told;
  }

  private static void gone(Told told, long at) {
    told.received("bob", 10 * MS, at * MS, Outcome.BROKEN, Reason.PEER_GONE);
  }

  private static void sends(Told told, int sequence, long at, Outcome outcome) {
    Reason reason = outcome == Outcome.REFUSED ? Reason.PEER_GONE : Reason.NONE;
    told.send("alice", sequence, at * MS, at * MS + 10, outcome, reason, 64);
  }

  private static List<Observation> seen(Told told) {
    return told.seenBy(new Paused());
  }

  @Test
  void aDeathBehindTheTimeOutIsDeclared() {
    Told told = paused();
    sends(told, 0, 5, Outcome.ACCEPTED);
    gone(told, 106);
    sends(told, 1, 300, Outcome.REFUSED);
    assertEquals(List.of(), seen(told));
  }

  @Test
  void aDeathBeforeTheTimeOutIsBlamed() {
    Told told = paused();
    sends(told, 0, 5, Outcome.ACCEPTED);
    gone(told, 104);
    assertEquals(List.of(Observation.DEAD_TOO_SOON), seen(told));
  }

  @Test
  void whoIsToldOfHisOwnDeathTooSoonIsHeard() {
    Told told = paused();
    sends(told, 0, 5, Outcome.ACCEPTED);
    sends(told, 1, 60, Outcome.REFUSED);
    assertEquals(List.of(Observation.DEAD_TOO_SOON), seen(told));
  }

  @Test
  void whoWasDeclaredDeadSendsNothingMore() {
    Told told = paused();
    gone(told, 150);
    sends(told, 0, 300, Outcome.ACCEPTED);
    assertEquals(List.of(Observation.WORKS_AFTER_DEATH), seen(told));
  }

  @Test
  void aRefusedMessageThatComesAllTheSameIsAnEffect() {
    Told told = paused();
    gone(told, 150);
    sends(told, 0, 300, Outcome.REFUSED);
    told.receive("bob", 310 * MS, 311 * MS, told.id("alice", 0));
    assertEquals(List.of(Observation.WORKS_AFTER_DEATH), seen(told));
  }

  /** The look came before the sign of life, and the fence behind it. */
  @Test
  void whoComesBackWhileHisDeathIsDeclaredWasSilentAllTheSame() {
    Told told = paused();
    sends(told, 0, 5, Outcome.ACCEPTED);
    sends(told, 1, 149, Outcome.ACCEPTED);
    gone(told, 150);
    assertEquals(List.of(), seen(told));
  }

  @Test
  void aDeathLongAfterTheSilenceIsBlamed() {
    Told told = paused();
    sends(told, 0, 5, Outcome.ACCEPTED);
    for (int sequence = 1; sequence < 5; sequence++) {
      sends(told, sequence, 100 + 50 * sequence, Outcome.ACCEPTED);
    }
    gone(told, 310);
    assertEquals(List.of(Observation.DEAD_TOO_SOON), seen(told));
  }

  @Test
  void whatIsToldASecondTimeIsNoSecondDeath() {
    Told told = paused();
    sends(told, 0, 5, Outcome.ACCEPTED);
    gone(told, 250);
    sends(told, 1, 260, Outcome.ACCEPTED);
    gone(told, 261);
    assertEquals(List.of(Observation.WORKS_AFTER_DEATH), seen(told));
  }

  @Test
  void aSendThatBeganBeforeIsNoLaterOne() {
    Told told = paused();
    told.send("alice", 0, 9 * MS, 300 * MS, Outcome.ACCEPTED);
    gone(told, 150);
    assertEquals(List.of(), seen(told));
  }

  @Test
  void whoHasClosedMayBeGone() {
    Told told = paused();
    sends(told, 0, 5, Outcome.ACCEPTED);
    told.close("alice", 7 * MS, 8 * MS);
    gone(told, 50);
    assertEquals(List.of(), seen(told));
  }

  @Test
  void nothingIsSaidWhereNoTimeOutTellsOrNobodyPauses() {
    Told kernel = told("kernel").fault(Fault.Kind.SIGSTOP, "alice", 10 * MS, 11 * MS);
    gone(kernel, 50);
    assertTrue(!new Paused().judge(kernel.history()).undecided().isEmpty());
    Told nobody = told("timeout");
    gone(nobody, 50);
    assertTrue(!new Paused().judge(nobody.history()).undecided().isEmpty());
    Told killed = paused().fault(Fault.Kind.SIGKILL, "alice", 20 * MS, 21 * MS);
    gone(killed, 50);
    assertEquals(List.of(), seen(killed));
  }

  /** Drawn histories, against a search for a moment at which a correct transport declares death. */
  @Test
  void theRuleSaysWhatEveryMomentOfDeathSays() {
    Random random = new Random(AgainstTheOracle.SEED);
    int wrong = 0;
    for (int drawn = 0; drawn < 5_000; drawn++) {
      List<Long> successes = new ArrayList<>(List.of(0L));
      List<Long> refusals = new ArrayList<>();
      List<Long> deaths = new ArrayList<>();
      Told told = paused();
      long clock = 0;
      for (int sequence = 0; sequence < 3; sequence++) {
        clock += 1 + random.nextInt(150);
        Outcome outcome = random.nextInt(3) > 0 ? Outcome.ACCEPTED : Outcome.REFUSED;
        sends(told, sequence, clock, outcome);
        (outcome == Outcome.ACCEPTED ? successes : refusals).add(clock);
      }
      for (int death = random.nextInt(3); death > 0; death--) {
        deaths.add(1L + random.nextInt(450));
        gone(told, deaths.getLast());
      }
      boolean expected = explained(successes, refusals, deaths);
      assertEquals(expected, seen(told).isEmpty(), "drawn=" + drawn);
      wrong += expected ? 0 : 1;
    }
    assertTrue(wrong > 1_000 && wrong < 4_500, "wrong=" + wrong);
  }

  /**
   * Whether each telling has a look behind a silence, at most a bound before the last sign of life,
   * and whether nobody had success behind the first telling of his death.
   */
  private static boolean explained(List<Long> successes, List<Long> refusals, List<Long> deaths) {
    for (long death : deaths) {
      if (!anyLook(successes, death) || successes.stream().anyMatch(b -> b > death)) {
        return false;
      }
    }
    return refusals.stream().allMatch(refusal -> anyLook(successes, refusal));
  }

  private static boolean anyLook(List<Long> successes, long told) {
    long last = successes.stream().filter(b -> b <= told).max(Long::compare).orElse(0L);
    for (long look = Math.max(0, last - 100); look <= told; look++) {
      long at = look;
      if (successes.stream().noneMatch(b -> b < at && at - b < 100) && at >= 100) {
        return true;
      }
    }
    return false;
  }
}
