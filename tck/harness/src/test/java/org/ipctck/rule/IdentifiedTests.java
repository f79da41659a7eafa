package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.history.Claim;
import org.junit.jupiter.api.Test;

/** What is said of ends that tell who is at the other side. */
class IdentifiedTests {
  private static final Identified RULE = new Identified();

  private Told told = told();

  private static Told told() {
    return new Told(Told.STRICT).channel("c1").sender("alice", "c1").receiver("bob", "c1");
  }

  private static Claim.Who who(long user, long group, long id) {
    return new Claim.Who("a", user, group, id);
  }

  @Test
  void whoIsNamedByTheIdOfAnotherNamespaceIsSeen() {
    told.claims(new Claim("bob", new Claim.Who("", 0, 0, 2), List.of(who(0, 0, 4711))));
    assertEquals(List.of(Observation.FALSE_IDENTITY), told.seenBy(RULE));
    assertEquals(
        "let a be process 4711 of user 0 and group 0 by the kernel; then bob names it; but bob"
            + " says that process 2 of user 0 and group 0 is at the other side",
        RULE.judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void whoIsNamedAsTheKernelDoesIsRight() {
    told.claims(new Claim("bob", new Claim.Who("", 5, 6, 7), List.of(who(5, 6, 7))));
    assertEquals(List.of(), told.seenBy(RULE));
    assertEquals("", RULE.judge(told.history()).undecided());
  }

  @Test
  void whereNobodyIsToBeSeenNothingIsSaid() {
    told.claims(new Claim("bob", new Claim.Who("", 5, 6, 7), List.of()));
    assertEquals(List.of(), told.seenBy(RULE));
    assertEquals(
        "nobody was asked who is at the other side", RULE.judge(told.history()).undecided());
  }

  @Test
  void everySmallClaimIsJudgedAsByComparingWords() {
    Random random = new Random(AgainstTheOracle.SEED);
    int wrong = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      told = told();
      boolean expected = false;
      for (int claims = random.nextInt(3); claims > 0; claims--) {
        long[] said = ids(random);
        List<Claim.Who> others = new ArrayList<>();
        StringBuilder there = new StringBuilder("|");
        for (int other = random.nextInt(4); other > 0; other--) {
          long[] ids = ids(random);
          others.add(who(ids[0], ids[1], ids[2]));
          there.append(ids[0]).append(' ').append(ids[1]).append(' ').append(ids[2]).append('|');
        }
        told.claims(new Claim("bob", who(said[0], said[1], said[2]), others));
        String word = "|%d %d %d|".formatted(said[0], said[1], said[2]);
        expected |= there.length() > 1 && there.indexOf(word) < 0;
      }
      assertEquals(expected, !told.seenBy(RULE).isEmpty());
      wrong += expected ? 1 : 0;
    }
    assertTrue(wrong > 6_667, "wrong: " + wrong);
  }

  private static long[] ids(Random random) {
    return new long[] {random.nextInt(2), random.nextInt(2), random.nextInt(3)};
  }
}
