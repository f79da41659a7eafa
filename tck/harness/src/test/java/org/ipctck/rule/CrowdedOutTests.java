package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** Whoever uses up what all share leaves room for others. */
class CrowdedOutTests {
  private static final long SECOND = 1_000_000_000;

  private static Told told() {
    Told told = new Told(Told.STRICT).channel("c").receiver("bob", "c", 5_000);
    for (String end : List.of("alice", "g1", "g2", "g3", "late", "again")) {
      told.sender(end, "c");
    }
    return told;
  }

  /** One is connected, another takes the other three places, a third is refused. */
  private static Told crowded() {
    Told told = told();
    told.open("bob", 1, 2);
    told.open("alice", 3, 4);
    told.open("g1", 5, 6);
    told.open("g2", 7, 8);
    told.open("g3", 9, 10);
    told.open("late", 11, 20, Outcome.REFUSED, Reason.NAME_IN_USE);
    return told;
  }

  private static Told left() {
    Told told = crowded();
    told.accepted("alice", 0, 21, 22);
    told.receive("bob", 23, 24, told.id("alice", 0));
    told.close("g1", 30, 31);
    told.close("g2", 32, 33);
    told.close("g3", 34, 35);
    return told;
  }

  private static List<Observation> seen(Told told) {
    return told.seenBy(new CrowdedOut());
  }

  private static void blamed(Told told) {
    assertEquals(List.of(Observation.CROWDED_OUT), seen(told));
  }

  @Test
  void whoComesWhenOthersHaveLeftIsHeard() {
    Told told = left();
    told.open("again", 40, 41);
    told.accepted("again", 0, 42, 43);
    told.receive("bob", 44, 45, told.id("again", 0));
    assertEquals(Finding.kept(), new CrowdedOut().judge(told.history()));
  }

  @Test
  void whoIsCutOffByTheCrowdIsSeen() {
    Told told = crowded();
    told.send("alice", 0, 21, 22, Outcome.REFUSED, Reason.PEER_GONE, 64);
    blamed(told);
  }

  @Test
  void aPlaceThatIsNotGivenBackIsSeen() {
    Told told = left();
    told.open("again", 40, 41, Outcome.REFUSED, Reason.NAME_IN_USE);
    blamed(told);
  }

  @Test
  void aRefusalForWantOfAnotherThingIsNone() {
    for (Reason reason : List.of(Reason.NO_PEER, Reason.RESOURCES, Reason.TIMEOUT)) {
      Told told = left();
      told.open("again", 40, 41, Outcome.REFUSED, reason);
      assertEquals(List.of(), seen(told), reason::toString);
    }
  }

  @Test
  void anOpenThatNeverComesBackIsSeen() {
    Told told = crowded();
    told.open("again", 40, Told.NEVER, Outcome.PENDING, Reason.NONE);
    told.watched(20 * SECOND);
    blamed(told);
  }

  @Test
  void whoGetsInAndIsNotHeardIsSeen() {
    Told told = left();
    told.open("again", 40, 41);
    told.accepted("again", 0, 42, 43);
    told.nothing("bob", 44, 5 * SECOND);
    blamed(told);
  }

  @Test
  void aChannelThatIsOverTakesNobody() {
    Told told = left();
    told.received("bob", 36, 37, Outcome.END, Reason.NONE);
    told.open("again", 40, 41, Outcome.REFUSED, Reason.NAME_IN_USE);
    assertEquals(List.of(), seen(told));
  }

  @Test
  void nothingIsSaidWhereSomebodyWasStruckOrNobodyRefused() {
    Told struck = left().fault(Fault.Kind.SIGKILL, "g1", 25, 26);
    assertFalse(new CrowdedOut().judge(struck.history()).undecided().isEmpty());
    Told free = told();
    free.open("bob", 1, 2);
    free.open("alice", 3, 4);
    assertFalse(new CrowdedOut().judge(free.history()).undecided().isEmpty());
  }

  /** Drawn comings and goings, against a look at every moment of a refused open. */
  @Test
  void theRuleSaysWhatEveryMomentSays() {
    Random random = new Random(AgainstTheOracle.SEED);
    int wrong = 0;
    for (int drawn = 0; drawn < 5_000; drawn++) {
      Told told = told();
      told.open("bob", 0, 1);
      List<long[]> stays = new ArrayList<>();
      for (String end : List.of("alice", "g1", "g2", "g3", "late")) {
        long begin = 2 + random.nextInt(40);
        long close = random.nextInt(3) > 0 ? begin + 2 + random.nextInt(40) : Told.NEVER - 1;
        told.open(end, begin, begin + 1);
        if (close < Told.NEVER - 1) {
          told.close(end, close, close + 1);
        }
        stays.add(new long[] {begin, close + 1});
      }
      long begin = 20 + random.nextInt(60);
      long finish = begin + random.nextInt(10);
      told.open("again", begin, finish, Outcome.REFUSED, Reason.NAME_IN_USE);
      boolean expected = free(stays, begin, finish);
      assertEquals(expected, !seen(told).isEmpty(), "drawn=" + drawn);
      wrong += expected ? 1 : 0;
    }
    assertTrue(wrong > 500 && wrong < 4_500, "wrong=" + wrong);
  }

  /** Whether somebody had come and gone, and at no moment four could hold a place. */
  private static boolean free(List<long[]> stays, long begin, long finish) {
    boolean left = false;
    for (long[] stay : stays) {
      left |= stay[1] < begin;
    }
    boolean crowded = false;
    for (long moment = begin; moment <= finish; moment++) {
      int holders = 0;
      for (long[] stay : stays) {
        holders += stay[0] <= moment && moment <= stay[1] ? 1 : 0;
      }
      crowded |= holders >= 4;
    }
    // An open of which nobody was there before is not one that comes later.
    boolean later = stays.stream().anyMatch(stay -> stay[0] + 1 < begin);
    return left && later && !crowded;
  }
}
