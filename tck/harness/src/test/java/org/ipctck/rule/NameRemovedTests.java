package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Move;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of a name that somebody else removed. */
class NameRemovedTests {
  private static final long SECOND = 1_000_000_000;
  private static final NameRemoved RULE = new NameRemoved("removed", "later");
  private static final Profile PROFILE =
      Told.STRICT.with(Promise.BOUND, "1000").with(Promise.OWNER, "receiver");
  private static final Sight.Name NAME = new Sight.Name("c1.fifo", Sight.Type.FIFO, 0600, 0, 7, "");

  private static Told told(long removed, long look, boolean there) {
    Told told = new Told(PROFILE).channel("c1").sender("alice", "c1").sender("late", "c1");
    told.receiver("bob", "c1");
    told.open("bob", 1, 2);
    told.open("alice", 3, 4);
    told.saw(
        new Move.Remove("c1"),
        new Sight("removed", removed, removed, List.of(NAME), List.of(), List.of(), ""));
    List<Sight.Name> names = there ? List.of(NAME) : List.of();
    return told.saw(
        new Move.Look(), new Sight("later", look, look, names, List.of(), List.of(), ""));
  }

  private static Told waited(long until) {
    Told told = told(10, 5 * SECOND, false);
    told.nothing("bob", 11, until);
    return told;
  }

  private static Told refused(Told told) {
    told.open("late", 6 * SECOND, 6 * SECOND + 1, Outcome.REFUSED, Reason.NO_PEER);
    return told;
  }

  private static void sees(Told told, Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(RULE));
  }

  @Test
  void anOwnerThatNeverLooksIsSeen() {
    Told told = refused(waited(2 * SECOND + 11));
    sees(told, Observation.VANISHED_UNNOTICED);
    assertEquals(
        "let the name of channel c1 be removed while bob has it open; then the name is made again,"
            + " or bob is told of it; but bob worked on from 0.000 ms to 2000.000 ms as if nothing"
            + " were missing, and late was refused from 6000.000 ms to 6000.000 ms: NO_PEER",
        RULE.judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void whoHadNoTimeToLookIsNotBlamed() {
    Told told = refused(waited(2 * SECOND + 10));
    sees(told);
    assertFalse(RULE.judge(told.history()).undecided().isEmpty());
  }

  @Test
  void aReportIsEnoughAndSoIsARepair() {
    Told told = waited(3 * SECOND);
    told.received("bob", 4 * SECOND, 4 * SECOND + 1, Outcome.BROKEN, Reason.NOT_AN_ENDPOINT);
    sees(refused(told));
    Told there = told(10, 5 * SECOND, true);
    there.nothing("bob", 11, 3 * SECOND);
    sees(refused(there));
    Told let = waited(3 * SECOND);
    let.open("late", 6 * SECOND, 6 * SECOND + 1);
    sees(let);
  }

  @Test
  void onlyWhoFoundAFreePlaceAndALivingOwnerShowsIt() {
    Told gone = waited(3 * SECOND);
    gone.close("bob", 4 * SECOND, 4 * SECOND + 1);
    sees(refused(gone));
    Told busy = waited(3 * SECOND);
    busy.open("late", 6 * SECOND, 6 * SECOND + 1, Outcome.REFUSED, Reason.RESOURCES);
    sees(busy);
    Told sender = waited(10);
    sender.accepted("alice", 0, 4 * SECOND, 4 * SECOND + 1);
    sees(refused(sender));
  }

  /** Four moments and three answers, judged by a table. */
  @Test
  void everySmallHistoryIsJudgedAsByATable() {
    Random random = new Random(AgainstTheOracle.SEED);
    int seen = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      long half = SECOND / 2;
      long removed = 10 + random.nextInt(4) * half;
      long begin = 10 + random.nextInt(8) * half + random.nextInt(3);
      long finish = begin + random.nextInt(8) * half + random.nextInt(3);
      long look = 10 + random.nextInt(16) * half;
      long open = 10 + random.nextInt(20) * half + 1;
      boolean there = random.nextInt(4) == 0;
      int how = random.nextInt(4);
      Reason reason = List.of(Reason.NO_PEER, Reason.DENIED).get(random.nextInt(2));
      Told told = told(removed, look, there);
      switch (how) {
        case 0 -> told.received("bob", begin, finish, Outcome.BROKEN, Reason.STALE);
        case 1 -> told.receive("bob", begin, finish, told.id("alice", 0));
        default -> told.nothing("bob", begin, finish);
      }
      told.open("late", open, open + 1, Outcome.REFUSED, reason);
      double worked = ((how == 1 ? begin : finish) - removed) / 1e9;
      boolean reported = how == 0 && finish > removed;
      boolean expected =
          how > 0
              && !reported
              && !there
              && worked > 2
              && finish < look
              && open > look
              && reason == Reason.NO_PEER;
      assertEquals(expected, !told.seenBy(RULE).isEmpty(), "case " + drawn);
      seen += expected ? 1 : 0;
    }
    assertTrue(seen > 300, "violations: " + seen);
  }
}
