package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.fault.Fault;
import org.ipctck.history.Content;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Intrusion;
import org.ipctck.scenario.Move;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of those who had to do with a rogue. */
class RogueRuleTests {
  private static final long SECOND = 1_000_000_000;
  private static final BoundedHarm RULE = new BoundedHarm(Observation.HARMED_BY_A_ROGUE);
  private static final Intrusion NOISE = new Intrusion(Intrusion.Manner.NOISE, 1, 9, false);

  private static Told told() {
    return new Told(Told.STRICT.with(Promise.BOUND, "1000"))
        .channel("c1")
        .sender("alice", "c1")
        .receiver("bob", "c1", 500);
  }

  private static Told intruded(Told told, long at) {
    Sight.Name name = new Sight.Name("c1", Sight.Type.FIFO, 0600, 0, 7, "");
    Sight sight = new Sight("rogue", at, at, List.of(name), List.of(), List.of(), "");
    return told.saw(new Move.Intrude("c1", NOISE), sight);
  }

  private static Told waiting(long watched) {
    Told told = intruded(told(), SECOND).watched(watched);
    told.received("bob", 1, Told.NEVER, Outcome.PENDING, Reason.NONE);
    return told;
  }

  @Test
  void aTypedErrorIsNoHarm() {
    Told told = intruded(told(), 1);
    told.received("bob", 2, 3, Outcome.BROKEN, Reason.MALFORMED);
    told.nothing("bob", 4, SECOND);
    assertEquals(List.of(), told.seenBy(RULE));
  }

  @Test
  void aProcessThatEndsByItselfIsSeen() {
    assertEquals(
        List.of(Observation.HARMED_BY_A_ROGUE), intruded(told(), 1).fell("bob").seenBy(RULE));
  }

  @Test
  void whoDoesNotComeBackIsSeenWhenItIsWatchedForLongEnough() {
    // The rogue came after 1 s; half a second is its own, then come the bound and a second.
    assertEquals(List.of(), waiting(SECOND * 35 / 10).seenBy(RULE));
    assertFalse(RULE.judge(waiting(SECOND * 35 / 10).history()).undecided().isEmpty());
    assertEquals(
        List.of(Observation.HARMED_BY_A_ROGUE), waiting(SECOND * 35 / 10 + 1).seenBy(RULE));
  }

  @Test
  void whoIsDeadOrMayWaitForEverIsNotWaitedFor() {
    assertEquals(
        List.of(Observation.HARMED_BY_A_ROGUE), waiting(SECOND * 9).fell("bob").seenBy(RULE));
    Told struck = waiting(SECOND * 9).fault(Fault.Kind.SIGKILL, "bob", 5, 6);
    assertEquals(List.of(), struck.seenBy(RULE));
    Told patient = new Told(Told.STRICT).channel("c1").receiver("bob", "c1", -1);
    patient.received("bob", 1, Told.NEVER, Outcome.PENDING, Reason.NONE);
    assertEquals(List.of(), intruded(patient, 2).watched(SECOND * 99).seenBy(RULE));
  }

  @Test
  void aMessageThatIsLongerThanAgreedIsSeen() {
    Told told = intruded(told(), 1);
    told.receive("bob", 2, 3, told.id("alice", 0), 65_536, Content.NO_ID);
    assertEquals(List.of(), told.seenBy(RULE));
    told.receive("bob", 4, 5, told.id("alice", 0), 65_537, Content.NO_ID);
    assertEquals(List.of(Observation.HARMED_BY_A_ROGUE), told.seenBy(RULE));
  }

  /** One operation of each history, judged by arithmetic alone. */
  @Test
  void everySmallCaseIsJudgedAsByHand() {
    Random random = new Random(AgainstTheOracle.SEED);
    for (int i = 0; i < 20_000; i++) {
      boolean reached = random.nextBoolean();
      long begin = random.nextInt(6) * (SECOND / 2);
      long at = random.nextInt(6) * (SECOND / 2);
      long until = begin + at + random.nextInt(12) * (SECOND / 2) + random.nextInt(2);
      boolean back = random.nextInt(3) == 0;
      int bytes = 65_535 + random.nextInt(4);
      boolean fell = random.nextInt(5) == 0;
      long stall = random.nextInt(3) * (SECOND / 4);
      Told told = told().stalled(stall).watched(until);
      told = reached ? intruded(told, at) : told;
      told = fell ? told.fell("bob") : told;
      if (back) {
        told.receive("bob", begin, begin + 1, 0, bytes, Content.NO_ID);
      } else {
        told.received("bob", begin, Told.NEVER, Outcome.PENDING, Reason.NONE);
      }
      double waited = (until - Math.max(begin, at)) / 1e9;
      List<Observation> expected = new ArrayList<>();
      if (fell) {
        expected.add(Observation.HARMED_BY_A_ROGUE);
      }
      boolean late = reached && !back && !fell && waited > 0.5 + 1 + 1 + 2 * (stall / 1e9);
      if (late || back && bytes > 1 << 16) {
        expected.add(Observation.HARMED_BY_A_ROGUE);
      }
      assertEquals(expected, told.seenBy(RULE), "case " + i);
    }
  }
}
