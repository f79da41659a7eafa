package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipctck.fault.Fault;
import org.ipctck.history.Content;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is blamed on a counter that has wrapped. */
class WrappedTests {
  /** Three messages are enough here. */
  private static final Wrapped RULE =
      new Wrapped(3, Long.MAX_VALUE, List.of(new Matching(), new PerSenderOrder(), new Loss()));

  private Told told = told();

  private static Told told() {
    return new Told(Told.STRICT).channel("c1").sender("alice", "c1").receiver("bob", "c1");
  }

  private void sent(int count) {
    for (int i = 0; i < count; i++) {
      told.accepted("alice", i, 10_000L * i, 10_000L * i + 10);
    }
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
    assertTrue(seen.stream().allMatch(Observation.WRAPPED::equals), seen::toString);
    return !seen.isEmpty();
  }

  @Test
  void aMessageThatIsMissingBehindEnoughOthersIsBlamedOnTheirNumber() {
    sent(5);
    came(List.of(0, 1, 2, 4), -1);
    assertTrue(blamed());
    String sentence = RULE.judge(told.history()).violations().getFirst().sentence();
    assertTrue(sentence.startsWith("let the first 3 messages have come right, and m"), sentence);
  }

  @Test
  void whatIsWrongFromTheBeginningIsTheMatterOfOthers() {
    sent(5);
    came(List.of(0, 2, 3, 4), -1);
    assertFalse(blamed());
    assertEquals(
        "something went wrong before a counter can have wrapped",
        RULE.judge(told.history()).undecided());
  }

  @Test
  void bytesCountAsMessagesDo() {
    sent(2);
    came(List.of(0, 1), 1);
    assertFalse(blamed());
    Wrapped bytes = new Wrapped(99, 64, RULE.rules());
    assertEquals(List.of(Observation.WRAPPED), told.seenBy(bytes));
  }

  @Test
  void aSendThatFailsBehindEnoughOthersIsBlamedWhereNothingExcusesIt() {
    sent(3);
    told.send("alice", 3, 50_000, 50_010, Outcome.REFUSED, Reason.RESOURCES, 64);
    came(List.of(0, 1, 2), -1);
    assertFalse(blamed());
    told.send("alice", 4, 60_000, 60_010, Outcome.REFUSED, Reason.PEER_GONE, 64);
    assertTrue(blamed());
    told.close("bob", 60_005, 60_020);
    assertFalse(blamed());
  }

  @Test
  void whatWasLateWhileTheFirstOfThemCameIsTheMatterOfOthers() {
    Wrapped wakes = new Wrapped(3, Long.MAX_VALUE, List.of(new WakeUp()));
    sent(5);
    told.receive("bob", 1_000_000, 4_000_000_000L, told.id("alice", 0));
    for (int i = 1; i < 4; i++) {
      told.receive("bob", 4_000_000_000L + 100 * i, 4_000_000_001L + 100 * i, told.id("alice", i));
    }
    assertEquals(List.of(), told.seenBy(wakes));
    told.receive("bob", 5_000_000_000L, 8_000_000_000L, told.id("alice", 4));
    assertEquals(List.of(Observation.WRAPPED), told.seenBy(wakes));
  }

  @Test
  void whereSomebodyIsStruckNothingIsTheSame() {
    sent(5);
    came(List.of(0, 1, 2, 4), -1);
    told.fault(Fault.Kind.SIGSTOP, "alice", 0, 1);
    assertFalse(blamed());
  }

  @Test
  void everySmallHistoryIsJudgedAsByComparingLists() {
    Random random = new Random(AgainstTheOracle.SEED);
    int wrong = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      told = told();
      int count = random.nextInt(7);
      sent(count);
      List<Integer> expected = IntStream.range(0, count).boxed().toList();
      List<Integer> received = new ArrayList<>(expected);
      int corrupt = -1;
      for (int changes = random.nextInt(3); changes > 0 && !received.isEmpty(); changes--) {
        int at = random.nextInt(received.size());
        switch (random.nextInt(4)) {
          case 0 -> received.remove(at);
          case 1 -> received.add(at, received.get(random.nextInt(received.size())));
          case 2 -> received.add(received.remove(at));
          default -> corrupt = at;
        }
      }
      // Which of two that came was meant cannot be told where one of them is not whole.
      boolean there = corrupt >= 0 && corrupt < received.size();
      corrupt = there && Collections.frequency(received, received.get(corrupt)) == 1 ? corrupt : -1;
      came(received, corrupt);
      boolean right =
          received.size() >= 3
              && received.subList(0, 3).equals(List.of(0, 1, 2))
              && (corrupt < 0 || corrupt >= 3);
      boolean same = received.equals(expected) && corrupt < 0;
      int place = drawn;
      List<Integer> came = received;
      int broken = corrupt;
      assertEquals(right && !same, blamed(), () -> place + ": " + came + " " + broken);
      wrong += right && !same ? 1 : 0;
    }
    assertTrue(wrong > 1_000, "wrong: " + wrong);
  }
}
