package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.Move;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of opens that lack what they need. */
class LackingTests {
  private static final Profile EITHER = Told.STRICT.with(Promise.OPENS, "either");
  private static final Profile RECEIVER_FIRST =
      Told.STRICT.with(Promise.OPENS, "receiver-first").with(Promise.NAMES, "removed");
  private static final Lacking RULE = new Lacking("left");

  private Told told = told(EITHER);

  private static Told told(Profile profile) {
    return new Told(profile).channel("c1").sender("alice", "c1").receiver("bob", "c1");
  }

  private void taken(String end, long at) {
    moved("take" + at, new Move.Starve("process-of-" + end, 0), at, at + 1);
  }

  private void given(String end, long at) {
    moved("give" + at, new Move.Feed("process-of-" + end), at, at + 1);
  }

  private void moved(String name, Move.Deed deed, long begun, long done) {
    told.saw(deed, new Sight(name, begun, done, List.of(), List.of(), List.of(), ""));
  }

  private void sees(Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(RULE));
  }

  @Test
  void whoIsToldOfTheLackIsToldTheTruth() {
    taken("bob", 1);
    told.open("bob", 5, 6, Outcome.REFUSED, Reason.RESOURCES);
    given("bob", 10);
    told.open("bob", 20, 21);
    sees();
  }

  @Test
  void anotherReasonIsSeen() {
    taken("bob", 1);
    told.open("bob", 5, 6, Outcome.REFUSED, Reason.DENIED);
    sees(Observation.LACK_NOT_TOLD);
    assertEquals(
        "let bob lack room or descriptors, and its open run from 0.000 ms to 0.000 ms; then an open"
            + " is refused as RESOURCES, without a trace, or everything works; but it was refused"
            + " as DENIED",
        RULE.judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void whoHasToComeSecondMayFindNobody() {
    told = told(RECEIVER_FIRST);
    taken("alice", 1);
    told.open("alice", 5, 6, Outcome.REFUSED, Reason.NO_PEER);
    sees();
    told.open("bob", 0, 1);
    sees(Observation.LACK_NOT_TOLD);
  }

  @Test
  void aFailureThatLastsIsSeen() {
    taken("bob", 1);
    told.open("bob", 5, 6, Outcome.REFUSED, Reason.RESOURCES);
    given("bob", 10);
    told.open("bob", 20, 21, Outcome.REFUSED, Reason.RESOURCES);
    sees(Observation.LACK_NOT_TOLD);
  }

  @Test
  void whatARuntimeThrowsByItselfIsNobodysFaultUnlessOnlyRoomIsMissing() {
    taken("bob", 1);
    told.open("bob", 5, 6, Outcome.UNTYPED, Reason.NONE);
    sees();
    told = told(EITHER).around("bob", new Condition.SmallDisk(0, true));
    told.open("bob", 5, 6, Outcome.UNTYPED, Reason.NONE);
    sees(Observation.LACK_NOT_TOLD);
  }

  @Test
  void aLostPageIsSeen() {
    told = told(EITHER).around("bob", new Condition.SmallDisk(4_096, true));
    told.open("bob", 5, 6);
    told.received("bob", 7, 8, Outcome.BROKEN, Reason.LAYOUT);
    sees(Observation.LACK_NOT_TOLD);
  }

  @Test
  void whatARefusedOpenLeftIsSeen() {
    told =
        new Told(RECEIVER_FIRST.with(Promise.OPENS, "either"))
            .channel("c1")
            .receiver("bob", "c1")
            .receiver("carol", "c1");
    taken("bob", 1);
    told.open("bob", 5, 6, Outcome.REFUSED, Reason.RESOURCES);
    Sight.Name name = new Sight.Name("/c1", Sight.Type.FIFO, 0600, 0, 1, "");
    told.saw(new Move.Look(), new Sight("left", 20, 21, List.of(name), List.of(), List.of(), ""));
    sees(Observation.LACK_NOT_TOLD);
    told.open("carol", 8, 9);
    sees();
  }

  /** What a process has at each moment: h before, l while it lacks, g after it was given back. */
  private static String life(long[] takes, long[] gives) {
    StringBuilder life = new StringBuilder("h".repeat(60));
    for (int i = 0; i < takes.length; i++) {
      for (int t = (int) takes[i]; t < life.length(); t++) {
        boolean moving = t < takes[i] + 2 || t == gives[i] || t == gives[i] + 1;
        life.setCharAt(t, moving ? 'x' : t < gives[i] ? 'l' : 'g');
      }
    }
    return life.toString();
  }

  @Test
  void everySmallHistoryIsJudgedAsByFollowingTheProcessThroughItsLife() {
    Random random = new Random(AgainstTheOracle.SEED);
    List<Reason> reasons = List.of(Reason.RESOURCES, Reason.DENIED, Reason.TIMEOUT, Reason.NO_PEER);
    int seen = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      told = told(EITHER);
      long[] takes = new long[1 + random.nextInt(2)];
      long[] gives = new long[takes.length];
      long at = random.nextInt(4);
      for (int i = 0; i < takes.length; i++) {
        takes[i] = at;
        gives[i] = at + 2 + random.nextInt(5);
        at = gives[i] + 2 + random.nextInt(4);
        taken("bob", takes[i]);
        given("bob", gives[i]);
      }
      String life = life(takes, gives);
      List<Observation> expected = new ArrayList<>();
      for (int open = 0; open < 3; open++) {
        int begin = random.nextInt(24);
        int finish = begin + random.nextInt(5);
        Reason reason = reasons.get(random.nextInt(reasons.size()));
        boolean refused = random.nextInt(4) > 0;
        told.open(
            "bob",
            begin,
            finish,
            refused ? Outcome.REFUSED : Outcome.DONE,
            refused ? reason : Reason.NONE);
        boolean lacks = life.substring(begin, finish + 1).matches("l+");
        boolean over = life.substring(begin).matches("g+");
        boolean truth = reason == Reason.RESOURCES;
        if (refused && reason != Reason.TIMEOUT && (lacks && !truth || over)) {
          expected.add(Observation.LACK_NOT_TOLD);
        }
      }
      assertEquals(
          expected, told.seenBy(RULE), () -> life + told.history().operations().rows().toList());
      seen += expected.isEmpty() ? 0 : 1;
    }
    assertTrue(seen > 4_000, "violations: " + seen);
  }
}
