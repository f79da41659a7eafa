package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipctck.fault.Fault;
import org.ipctck.history.Content;
import org.junit.jupiter.api.Test;

/** What is said of a message whose sender was stopped within its send. */
class CutShortTests {
  private static final CutShort RULE = new CutShort();

  private Told told = told();

  private static Told told() {
    return new Told(Told.STRICT).channel("c1").sender("alice", "c1").receiver("bob", "c1");
  }

  /** Sends so many, and stops alice within the one of this number. */
  private void sent(int count, int cut) {
    for (int i = 0; i < count; i++) {
      told.accepted("alice", i, 10_000L * i, 10_000L * i + 5_000);
    }
    told.fault(Fault.Kind.SIGSTOP, "alice", 10_000L * cut + 2_000, 10_000L * cut + 3_000);
  }

  private void came(List<Integer> sequences, int corrupt) {
    for (int i = 0; i < sequences.size(); i++) {
      Content content = i == corrupt ? Content.CORRUPT : Content.WHOLE;
      long begin = 1_000_000 + 10_000L * i;
      told.receive("bob", begin, begin + 10, told.id("alice", sequences.get(i)), 64, content);
    }
    told.nothing("bob", 90_000_000, 91_000_000);
  }

  private boolean blamed() {
    List<Observation> seen = told.seenBy(RULE);
    assertTrue(seen.stream().allMatch(Observation.LOST_IN_A_CUT::equals), seen::toString);
    return !seen.isEmpty();
  }

  @Test
  void aMessageThatIsLostInItsCutIsBlamedOnIt() {
    sent(4, 2);
    came(List.of(0, 1, 3), -1);
    assertTrue(blamed());
    String sentence = RULE.judge(told.history()).violations().getFirst().sentence();
    assertTrue(sentence.startsWith("let m1 be under way when its process was stopped"), sentence);
  }

  @Test
  void whatHappensToOthersOrHappenedBeforeIsNotBlamedOnIt() {
    sent(4, 2);
    came(List.of(0, 1, 2), -1);
    assertFalse(blamed());
    told = told();
    sent(4, 2);
    came(List.of(0, 0, 1, 3), -1);
    assertFalse(blamed());
  }

  @Test
  void whoWasStoppedBetweenTwoSendsOrOnTheOtherSideWasNotCut() {
    told.accepted("alice", 0, 0, 1_000);
    told.accepted("alice", 1, 20_000, 21_000);
    told.fault(Fault.Kind.SIGSTOP, "alice", 10_000, 11_000);
    told.fault(Fault.Kind.SIGSTOP, "bob", 20_100, 20_200);
    came(List.of(0), -1);
    assertFalse(blamed());
  }

  @Test
  void everySmallHistoryIsJudgedAsByItsOnlyChange() {
    Random random = new Random(AgainstTheOracle.SEED);
    int wrong = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      told = told();
      int count = 1 + random.nextInt(5);
      int cut = random.nextInt(count);
      int changed = random.nextInt(count);
      int corrupt = -1;
      boolean same = false;
      List<Integer> received = new ArrayList<>(IntStream.range(0, count).boxed().toList());
      switch (random.nextInt(5)) {
        case 0 -> received.remove(changed);
        case 1 -> received.add(changed, changed);
        case 2 -> received.add(received.remove(changed));
        case 3 -> corrupt = changed;
        default -> same = true;
      }
      same |= corrupt < 0 && received.equals(IntStream.range(0, count).boxed().toList());
      sent(count, cut);
      came(received, corrupt);
      boolean expected = !same && changed == cut && cut > 0;
      assertEquals(expected, blamed(), received + " cut=" + cut + " corrupt=" + corrupt);
      wrong += expected ? 1 : 0;
    }
    assertTrue(wrong > 2_000, "wrong: " + wrong);
  }
}
