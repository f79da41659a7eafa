package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of the service to others when one has failed. */
class ServiceGoesOnTests {
  private static final long SECOND = 1_000_000_000;
  private static final ServiceGoesOn RULE = new ServiceGoesOn();
  private static final Profile PROFILE = Told.STRICT.with(Promise.BOUND, "1000");

  /** Alice stays, mallory fails, dave comes later; a channel has four places for senders. */
  private static Told told(Profile profile) {
    Told told = new Told(profile).channel("c1").sender("alice", "c1").sender("mallory", "c1");
    told.sender("dave", "c1").receiver("bob", "c1");
    told.open("bob", 1, 2);
    told.open("alice", 3, 4);
    told.open("mallory", 5, 6);
    return told;
  }

  private static Told failed() {
    return told(PROFILE).fault(Fault.Kind.SIGKILL, "mallory", 10, 11);
  }

  private static void sees(Told told, Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(RULE));
  }

  @Test
  void whoComesLaterIsLetIn() {
    Told told = failed();
    told.open("dave", 12, 13, Outcome.REFUSED, Reason.NO_PEER);
    sees(told, Observation.SERVICE_ENDED);
    assertEquals(
        "let somebody who used channel c1 have failed; then who comes later is let in; but of the"
            + " open of dave from 0.000 ms to 0.000 ms: it was refused: NO_PEER",
        RULE.judge(told.history()).violations().getFirst().sentence());
    told.close("bob", 12, 13);
    sees(told);
  }

  @Test
  void whatLiesOutsideIsNotBlamed() {
    Told told = failed();
    told.open("dave", 12, 13, Outcome.REFUSED, Reason.RESOURCES);
    sees(told);
    Told nobody = told(PROFILE);
    nobody.open("dave", 12, 13, Outcome.REFUSED, Reason.NO_PEER);
    sees(nobody);
    assertFalse(RULE.judge(nobody.history()).undecided().isEmpty());
    Told stands = failed().fault(Fault.Kind.SIGSTOP, "alice", 7, 8);
    stands.open("dave", 12, 13, Outcome.REFUSED, Reason.NO_PEER);
    sees(stands);
  }

  @Test
  void nobodyIsToldOfADepartureWhileOneLives() {
    Told told = failed();
    told.send("alice", 0, 12, 13, Outcome.REFUSED, Reason.PEER_GONE, 64);
    told.received("bob", 14, 15, Outcome.BROKEN, Reason.PEER_GONE);
    sees(told, Observation.SERVICE_ENDED, Observation.SERVICE_ENDED);
    told.close("alice", 14, 16);
    told.close("bob", 13, 17);
    sees(told);
  }

  @Test
  void whoHangsIsSeenWhenItIsWatchedForLongEnough() {
    // A send may take a second; then come the bound and one more.
    Told told = failed().watched(12 + 3 * SECOND);
    told.send("alice", 0, 12, Told.NEVER, Outcome.PENDING);
    sees(told);
    assertFalse(RULE.judge(told.history()).undecided().isEmpty());
    sees(told.watched(13 + 3 * SECOND), Observation.SERVICE_ENDED);
  }

  @Test
  void ofWhatIsAcceptedSomethingComes() {
    Told told = failed();
    told.accepted("alice", 0, 12, 13);
    told.accepted("alice", 1, 14, 15);
    told.nothing("bob", 16, 16 + SECOND);
    sees(told);
    told.nothing("bob", 17 + SECOND, 18 + 2 * SECOND);
    sees(told, Observation.SERVICE_ENDED);
    told.receive("bob", 19 + 2 * SECOND, 20 + 2 * SECOND, told.id("alice", 1));
    sees(told);
  }

  @Test
  void whereMessagesMayBeDroppedNoneHasToCome() {
    Told told = told(PROFILE.with(Promise.OVERFLOW, "drop-oldest"));
    told.fault(Fault.Kind.SIGKILL, "mallory", 10, 11).accepted("alice", 0, 12, 13);
    told.nothing("bob", 14, 15 + 2 * SECOND);
    sees(told);
  }

  /** One operation after the failure, one end that may have closed: judged by a table of cases. */
  @Test
  void everySmallHistoryIsJudgedAsByATable() {
    Random random = new Random(AgainstTheOracle.SEED);
    int seen = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      int kill = 10 + random.nextInt(10);
      int begin = 8 + random.nextInt(20);
      int finish = begin + 1 + random.nextInt(4);
      int close = 8 + random.nextInt(24);
      boolean sender = random.nextBoolean();
      boolean closes = random.nextInt(3) == 0;
      Reason reason = List.of(Reason.PEER_GONE, Reason.NO_PEER, Reason.FULL).get(random.nextInt(3));
      int what = random.nextInt(3);
      Told told = told(PROFILE).fault(Fault.Kind.SIGKILL, "mallory", kill, kill + 1);
      if (what == 0) {
        told.open("dave", begin, finish, Outcome.REFUSED, reason);
      } else if (what == 1) {
        told.send("alice", 0, begin, finish, Outcome.REFUSED, reason, 64);
      } else {
        told.received("bob", begin, finish, Outcome.BROKEN, reason);
      }
      if (closes) {
        told.close(sender ? "alice" : "bob", close, close + 1);
      }
      boolean alice = !closes || !sender || close > finish;
      boolean bob = !closes || sender || close > finish;
      boolean wrong =
          switch (what) {
            case 0 -> alice && bob;
            case 1 -> bob && reason != Reason.FULL;
            default -> alice && reason == Reason.PEER_GONE;
          };
      boolean expected = wrong && begin > kill + 1;
      assertEquals(expected, !told.seenBy(RULE).isEmpty(), "case " + drawn);
      seen += expected ? 1 : 0;
    }
    assertTrue(seen > 3_000, "violations: " + seen);
  }
}
