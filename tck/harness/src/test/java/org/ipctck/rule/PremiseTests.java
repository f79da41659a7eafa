package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Move;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/**
 * Histories that a correct transport may have brought about, and histories in which nothing was
 * exercised: no rule blames anybody for the first, and none is content with the second.
 */
class PremiseTests {
  private static final long SECOND = 1_000_000_000;
  private static final Profile EITHER =
      Told.STRICT
          .with(Promise.OPENS, "either")
          .with(Promise.SHARING, "work")
          .with(Promise.SLOW_RECEIVER, "isolated");

  private Told told = told(EITHER);

  private static Told told(Profile profile) {
    return new Told(profile).channel("c1").sender("alice", "c1").receiver("bob", "c1");
  }

  /** Nobody is blamed, and nobody is let pass. */
  private void undecided(Rule rule) {
    Finding finding = rule.judge(told.history());
    assertEquals(List.of(), finding.violations());
    assertFalse(finding.undecided().isEmpty(), rule.toString());
  }

  @Test
  void whereNothingHappenedNothingIsKept() {
    List<Rule> rules =
        List.of(
            new AfterClose(),
            new FormerEnds(),
            new Idle(),
            new Interruptions(),
            new IntoNothing(),
            new LiveName(),
            new LostCapacity(),
            new OpeningAlone(),
            new Reopened(),
            new RoomReturned(),
            new SharedWork(),
            new StandsStill(),
            new TooMany(),
            new Tries());
    for (Rule rule : rules) {
      told = told(EITHER);
      undecided(rule);
      told.open("bob", 1, 4);
      told.open("alice", 2, 5);
      told.accepted("alice", 0, 6, 7);
      told.receive("bob", 8, 9, told.id("alice", 0));
      undecided(rule);
    }
    told = told(EITHER);
    undecided(new ImpossibleName());
  }

  @Test
  void aLookAtNoProcessSeesNothing() {
    for (Rule rule : List.of(new Listening(), new AbstractNames(), new FlagsKept("a", "b"))) {
      told = told(EITHER);
      for (String look : List.of("a", "b")) {
        told.saw(new Move.Look(), new Sight(look, 1, 1, List.of(), List.of(), List.of(), ""));
      }
      undecided(rule);
    }
  }

  private static Told pausing() {
    return new Told(EITHER)
        .channel("c1")
        .sender("alice", "c1", new Action.Send(List.of(8, 8), -1, 1_000_000, false, false))
        .receiver("bob", "c1", 4_000);
  }

  @Test
  void whoeverWasNeverThereCannotBeHeardAfterAPause() {
    told = pausing();
    told.open("alice", -2, -1);
    told.open("bob", -2, -1, Outcome.REFUSED, Reason.RESOURCES);
    told.accepted("alice", 0, 1, 2);
    told.send("alice", 1, SECOND + 10, SECOND + 11, Outcome.REFUSED, Reason.PEER_GONE, 64);
    undecided(new Idle());
  }

  @Test
  void aSendThatWaitsForNobodyWhoReceivesIsNoSignOfIdleness() {
    told = pausing();
    told.open("alice", -2, -1);
    told.open("bob", -2, -1);
    told.accepted("alice", 0, 1, 2);
    told.send("alice", 1, SECOND + 10, Told.NEVER, Outcome.PENDING, Reason.NONE, 64);
    told.watched(9 * SECOND);
    undecided(new Idle());
    told.received("bob", SECOND + 20, Told.NEVER, Outcome.PENDING, Reason.NONE);
    assertEquals(List.of(Observation.BROKEN_BY_IDLENESS), told.seenBy(new Idle()));
  }

  @Test
  void oversizeBreaksNothingWhereNobodyWasAtTheOtherEnd() {
    told = told(EITHER);
    told.open("alice", 1, 2);
    told.open("bob", 1, 2, Outcome.REFUSED, Reason.RESOURCES);
    told.send("alice", 0, 3, 4, Outcome.REFUSED, Reason.TOO_LARGE, 70_000);
    told.send("alice", 1, 5_000, 6_000, Outcome.REFUSED, Reason.PEER_GONE, 64);
    assertEquals(List.of(), told.seenBy(new Oversize()));
  }

  @Test
  void whatAHostLacksSaysNothingOfANameOrOfAnOpen() {
    told.open("alice", 1, 2, Outcome.REFUSED, Reason.RESOURCES);
    undecided(new ImpossibleName());
    undecided(new OpeningAlone());
  }

  @Test
  void aNameIsNotTakenByWhoeverOpenedItLaterOrClosedItBefore() {
    told.open("bob", 5, 6);
    told.open("alice", 1, 2, Outcome.REFUSED, Reason.NAME_INVALID);
    told.close("bob", 7, 8);
    assertEquals(List.of(), told.seenBy(new ImpossibleName()));
  }

  @Test
  void memoryThatHasANameLiesInNoFolder() {
    Sight.Name memory = new Sight.Name("/dev/shm/x", Sight.Type.FILE, 0600, 0, 1, "");
    told.saw(new Move.Look(), "open", List.of(memory));
    told.open("bob", 1, 2);
    assertEquals(List.of(), told.seenBy(new ImpossibleName()));
  }

  @Test
  void aPlaceOfTheDeadIsTheirsUntilTheyCanBeNoticed() {
    Profile late = EITHER.with(Promise.DEATH, "timeout").with(Promise.BOUND, "5000");
    told = told(late).sender("carol", "c1");
    told.open("bob", 1, 2);
    told.open("alice", 3, 4);
    told.fault(Fault.Kind.SIGKILL, "alice", 5, 6);
    told.open("carol", 10, 4 * SECOND, Outcome.REFUSED, Reason.TIMEOUT);
    undecided(new LiveName());
    told.open("carol", 5 * SECOND, 5 * SECOND + 1);
    told.accepted("carol", 0, 5 * SECOND + 2, 5 * SECOND + 3);
    told.receive("bob", 5 * SECOND + 4, 5 * SECOND + 5, told.id("carol", 0));
    assertEquals(Finding.kept(), new LiveName().judge(told.history()));
  }

  @Test
  void whoeverComesLateAndIsHeardReachedTheLiving() {
    told = told(EITHER).sender("carol", "c1");
    told.open("bob", 1, 2);
    told.open("alice", 3, 4);
    told.close("alice", 5, 6);
    told.open("carol", 10, 12);
    told.accepted("carol", 0, 13, 14);
    undecided(new LiveName());
    told.receive("bob", 15, 16, told.id("carol", 0));
    assertEquals(Finding.kept(), new LiveName().judge(told.history()));
  }

  /** A channel that takes four, of which one is left in it and never asked for. */
  @Test
  void whatNobodyTookOutStillTakesRoom() {
    capacity(Told.STRICT);
    undecided(new LostCapacity());
    told.receive("bob", 60, 61, told.id("alice", 5));
    told.receive("bob", 62, 63, told.id("alice", 6));
    told.receive("bob", 64, 65, told.id("alice", 7));
    told.nothing("bob", 70, 71);
    assertEquals(List.of(Observation.CAPACITY_LOST), told.seenBy(new LostCapacity()));
  }

  @Test
  void roomOfTheDeadIsTheirsUntilTheyCanBeNoticed() {
    capacity(Told.STRICT.with(Promise.DEATH, "timeout").with(Promise.BOUND, "500"));
    told.receive("bob", 60, 61, told.id("alice", 5));
    told.receive("bob", 62, 63, told.id("alice", 6));
    told.receive("bob", 64, 65, told.id("alice", 7));
    told.nothing("bob", 70, 71);
    undecided(new LostCapacity());
  }

  private void capacity(Profile profile) {
    Action.Send tries = new Action.Send(List.of(64), 0, 0, true, false);
    told =
        new Told(profile)
            .channel("c1")
            .capacity("c1", new Capacity(Capacity.Unit.MESSAGES, 4, 4, 0))
            .sender("alice", "c1", tries)
            .sender("carol", "c1")
            .receiver("bob", "c1");
    List.of("alice", "carol", "bob").forEach(end -> told.open(end, -2, -1));
    int sequence = 0;
    for (long at : new long[] {1, 3, 5, 7}) {
      told.accepted("alice", sequence++, at, at + 1);
    }
    told.send("alice", sequence++, 9, 10, Outcome.REFUSED, Reason.FULL, 64);
    for (int taken = 0; taken < 4; taken++) {
      told.receive("bob", 11 + 2 * taken, 12 + 2 * taken, told.id("alice", taken));
    }
    told.fault(Fault.Kind.SIGKILL, "carol", 30, 31);
    for (long at : new long[] {40, 42, 44}) {
      told.accepted("alice", sequence++, at, at + 1);
    }
    told.send("alice", sequence, 46, 47, Outcome.REFUSED, Reason.FULL, 64);
  }

  private void replaced() {
    told = told(Told.STRICT).receiver("bob-2", "c1");
    told.open("alice", -2, -1);
    told.open("bob", -2, -1);
    told.fault(Fault.Kind.SIGKILL, "bob", 3, 4);
  }

  @Test
  void whoWasToldAndTriedNoMoreShowedNothing() {
    replaced();
    told.send("alice", 0, 5, 6, Outcome.REFUSED, Reason.PEER_GONE, 64);
    told.open("bob-2", 10, 11);
    undecided(new FormerEnds());
    told.send("alice", 1, 12, 13, Outcome.REFUSED, Reason.PEER_GONE, 64);
    assertEquals(Finding.kept(), new FormerEnds().judge(told.history()));
  }

  @Test
  void whoSentOnlyWithinTheBoundNeverHadToKnow() {
    replaced();
    told.accepted("alice", 0, 5, 6);
    told.open("bob-2", 10, 11);
    told.nothing("bob-2", SECOND, 2 * SECOND);
    undecided(new IntoNothing());
    told.send("alice", 1, 12, 13, Outcome.REFUSED, Reason.PEER_GONE, 64);
    assertEquals(Finding.kept(), new IntoNothing().judge(told.history()));
  }

  @Test
  void whoStandsBesideSomebodyStruckIsNotBesideSomebodySlow() {
    told = new Told(EITHER).channel("c").channel("d");
    told.sender("waits", "c").receiver("slow", "c").sender("s", "d").receiver("r", "d");
    told.accepted("waits", 0, 0, 5 * SECOND);
    told.accepted("s", 0, 10, 5 * SECOND);
    told.nothing("r", 20, 4 * SECOND);
    told.receive("r", 4 * SECOND + 1, 5 * SECOND, told.id("s", 0));
    assertEquals(List.of(Observation.STANDS_STILL), told.seenBy(new StandsStill()));
    told.fault(Fault.Kind.SIGSTOP, "s", 5, 6);
    undecided(new StandsStill());
  }
}
