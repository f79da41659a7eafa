package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of opens, of names, of pauses and of shares. */
class LifeRuleTests {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final Profile EITHER = Told.STRICT.with(Promise.OPENS, "either");
  private static final Profile RECEIVER_FIRST = Told.STRICT.with(Promise.OPENS, "receiver-first");

  private Told told = told(EITHER);

  private static Told told(Profile profile) {
    return new Told(profile).channel("c1").sender("alice", "c1").receiver("bob", "c1");
  }

  private void sees(Rule rule, Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(rule));
  }

  @Test
  void whoMayBeFirstIsOpenedAndWhoMayNotIsToldThatNobodyIsThere() {
    told.open("alice", 1, 2);
    sees(new OpeningAlone());
    told = told(RECEIVER_FIRST);
    told.open("alice", 1, SECOND, Outcome.REFUSED, Reason.NO_PEER);
    sees(new OpeningAlone());
  }

  @Test
  void whatIsNotAsDeclaredIsSeen() {
    told.open("alice", 1, 2, Outcome.REFUSED, Reason.NO_PEER);
    sees(new OpeningAlone(), Observation.OPENED_OTHERWISE);
    told = told(RECEIVER_FIRST);
    told.open("alice", 1, 2);
    sees(new OpeningAlone(), Observation.OPENED_OTHERWISE);
    told = told(RECEIVER_FIRST);
    told.open("alice", 1, 2, Outcome.REFUSED, Reason.TIMEOUT);
    sees(new OpeningAlone(), Observation.OPENED_OTHERWISE);
  }

  @Test
  void anOpenThatOutlastsItsTimeOutIsSeenAndNotWhenSomebodyCame() {
    told = told(RECEIVER_FIRST);
    told.open("alice", 0, 3 * SECOND, Outcome.REFUSED, Reason.NO_PEER);
    sees(new OpeningAlone(), Observation.OPENED_OTHERWISE);
    assertEquals(
        "let alice open its end from 0.000 ms to 3000.000 ms, while nobody is at the other one;"
            + " then it ends as declared: opens=receiver-first; but it took 3000 ms, with a"
            + " time-out of 1000 ms",
        new OpeningAlone().judge(told.history()).violations().getFirst().sentence());
    told.open("bob", SECOND, SECOND + 1);
    sees(new OpeningAlone());
  }

  private Told crowd(int receivers) {
    told = told(EITHER);
    told.open("alice", 1, 2);
    told.open("bob", 1, 2);
    for (int i = 1; i < receivers; i++) {
      told.receiver("bob" + i, "c1");
      told.open("bob" + i, 10 * i, 10 * i + 1);
    }
    told.receiver("extra", "c1");
    return told;
  }

  @Test
  void oneTooManyThatGetsInIsSeenAndOneThatFitsIsNot() {
    crowd(4).open("extra", 100, 101);
    sees(new TooMany(), Observation.ONE_TOO_MANY);
    crowd(3).open("extra", 100, 101);
    sees(new TooMany());
    crowd(4).open("extra", 100, 101, Outcome.REFUSED, Reason.NAME_IN_USE);
    sees(new TooMany());
    crowd(4).open("extra", 100, 101, Outcome.REFUSED, Reason.DENIED);
    sees(new TooMany(), Observation.ONE_TOO_MANY);
  }

  @Test
  void aPlaceThatMayBeFreeIsNobodysFault() {
    crowd(4).close("bob", 90, 120);
    told.open("extra", 100, 130);
    sees(new TooMany());
    crowd(4).open("extra", 100, 130);
    told.fault(Fault.Kind.SIGKILL, "bob1", 50, 60);
    sees(new TooMany());
  }

  @Test
  void whoIsDisturbedByOneTooManyIsSeen() {
    crowd(4).open("extra", 100, 101, Outcome.REFUSED, Reason.NAME_IN_USE);
    told.received("bob", 110, 111, Outcome.BROKEN, Reason.PEER_GONE);
    sees(new TooMany(), Observation.ONE_TOO_MANY);
    crowd(4).open("extra", 100, 101, Outcome.REFUSED, Reason.NAME_IN_USE);
    told.accepted("alice", 0, 110, 111);
    told.nothing("bob", 120, 120 + 2 * SECOND);
    sees(new TooMany(), Observation.ONE_TOO_MANY);
    told.receive("bob", 3 * SECOND, 3 * SECOND + 1, told.id("alice", 0));
    sees(new TooMany());
  }

  private void late(Outcome outcome, Reason reason, long finish) {
    told = told(EITHER).sender("carol", "c1");
    told.open("bob", 1, 2);
    told.open("alice", 3, 4);
    told.close("alice", 5, 6);
    told.open("carol", 10, finish, outcome, reason);
  }

  @Test
  void aNameThatOthersTookAlongIsSeen() {
    late(Outcome.REFUSED, Reason.NO_PEER, 3 * SECOND);
    sees(new LiveName(), Observation.NAME_OF_THE_LIVING_GONE);
    late(Outcome.REFUSED, Reason.NO_PEER, SECOND / 2);
    sees(new LiveName());
    late(Outcome.DONE, Reason.NONE, 12);
    sees(new LiveName());
  }

  @Test
  void aNameThatLeadsElsewhereIsSeen() {
    // Whoever closed the channel before has disturbed it for certain, whoever was refused has not.
    told = told(EITHER).sender("carol", "c1").receiver("dave", "c1");
    told.open("bob", 1, 2);
    told.open("dave", 3, 4, Outcome.REFUSED, Reason.NAME_IN_USE);
    told.open("carol", 10, 11);
    told.accepted("carol", 0, 12, 13);
    told.nothing("bob", 14, 14 + 2 * SECOND);
    sees(new LiveName(), Observation.NAME_OF_THE_LIVING_GONE);
  }

  @Test
  void aNameOfTheDeadIsAnothersToBlame() {
    late(Outcome.REFUSED, Reason.NO_PEER, 3 * SECOND);
    told.fault(Fault.Kind.SIGKILL, "bob", 7, 8);
    sees(new LiveName());
  }

  private static Told pausing() {
    return new Told(EITHER)
        .channel("c1")
        .sender("alice", "c1", new Action.Send(List.of(8, 8), -1, 1_000_000, false, false))
        .receiver("bob", "c1", 4_000);
  }

  @Test
  void aMessageAfterAPauseThatGoesNowhereIsSeen() {
    told = pausing();
    told.accepted("alice", 0, 1, 2);
    told.receive("bob", 3, 4, told.id("alice", 0));
    told.accepted("alice", 1, SECOND + 10, SECOND + 11);
    told.nothing("bob", 5, 4 * SECOND);
    sees(new Idle(), Observation.BROKEN_BY_IDLENESS);
    told.receive("bob", 5 * SECOND, 5 * SECOND + 1, told.id("alice", 1));
    sees(new Idle());
  }

  @Test
  void aMessageThatIsRefusedAfterAPauseIsSeenAndNotWithoutOne() {
    told = pausing();
    told.accepted("alice", 0, 1, 2);
    told.send("alice", 1, SECOND + 10, SECOND + 11, Outcome.REFUSED, Reason.PEER_GONE, 64);
    sees(new Idle(), Observation.BROKEN_BY_IDLENESS);
    told = pausing();
    told.accepted("alice", 0, 1, 2);
    told.send("alice", 1, SECOND / 2, SECOND / 2 + 1, Outcome.REFUSED, Reason.PEER_GONE, 64);
    sees(new Idle());
  }

  /** Senders that are within a send all the time, and get what they are drawn to get. */
  @Test
  void sharesAreCountedAsIfByHand() {
    Random random = new Random(AgainstTheOracle.SEED);
    int seen = 0;
    for (int drawn = 0; drawn < 2_000; drawn++) {
      told = new Told(EITHER.declaring("share", "50%")).channel("c1");
      List<Integer> shares = new ArrayList<>();
      for (int sender = 0; sender < 3; sender++) {
        told.sender("s" + sender, "c1");
        int count = 20 + random.nextInt(100);
        shares.add(count);
        long each = 200 * MILLI / count;
        for (int i = 0; i < count; i++) {
          boolean last = i == count - 1;
          told.accepted(
              "s" + sender, i, i == 0 ? 0 : i * each + 1, last ? 200 * MILLI : (i + 1) * each);
        }
      }
      long total = shares.stream().mapToInt(Integer::intValue).sum();
      boolean expected = shares.stream().anyMatch(count -> count < 0.5 * total / 3);
      Finding finding = new Shares().judge(told.history());
      if (total < 150) {
        assertFalse(finding.undecided().isEmpty());
      } else {
        assertEquals(expected, !finding.violations().isEmpty(), shares::toString);
        seen += expected ? 1 : 0;
      }
    }
    assertTrue(seen > 200, "seen=" + seen);
  }

  /** Opens of one side drawn at random, against a count at every moment. */
  @Test
  void placesAreCountedAsIfByHand() {
    Random random = new Random(AgainstTheOracle.SEED);
    int seen = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      told = new Told(EITHER).channel("c1").sender("alice", "c1");
      int ends = 4 + random.nextInt(3);
      long[] from = new long[ends];
      long[] until = new long[ends];
      for (int end = 0; end < ends; end++) {
        told.receiver("r" + end, "c1");
        from[end] = random.nextInt(40);
        until[end] = from[end] + 2 + random.nextInt(60);
        told.open("r" + end, from[end], from[end] + 1);
        told.close("r" + end, until[end], until[end] + 1);
      }
      boolean expected = false;
      for (int end = 0; end < ends; end++) {
        int present = 0;
        for (int other = 0; other < ends; other++) {
          present += from[other] + 1 < from[end] && until[other] > from[end] + 1 ? 1 : 0;
        }
        expected |= present >= 4;
      }
      boolean broken = !new TooMany().judge(told.history()).violations().isEmpty();
      assertEquals(expected, broken, "n=" + drawn);
      seen += expected ? 1 : 0;
    }
    assertTrue(seen > AgainstTheOracle.HISTORIES / 20, "seen=" + seen);
  }
}
