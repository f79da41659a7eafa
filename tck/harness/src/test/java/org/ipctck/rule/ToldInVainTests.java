package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of receivers that were told of something. */
class ToldInVainTests {
  private static final ToldInVain RULE = new ToldInVain();
  private static final Action TOLD = new Action.Receive(9, 100, 0, true, false, true);
  private static final Action UNTOLD = new Action.Receive(9, 100, 0, true);

  private Told told = told(TOLD);

  private static Told told(Action action) {
    return new Told(Told.STRICT)
        .channel("c1")
        .sender("alice", "c1")
        .receiver("bob", "c1")
        .doing("bob", action);
  }

  @Test
  void whoIsToldAndFindsNothingIsSeen() {
    told.accepted("alice", 0, 1, 2);
    told.nothing("bob", 3_000_000, 4_000_000);
    assertEquals(List.of(Observation.TOLD_IN_VAIN), told.seenBy(RULE));
    assertEquals(
        "let bob be told that there is something to receive; then it finds a message, the end, or"
            + " a reason; but its try from 3.000 ms to 4.000 ms found nothing",
        RULE.judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void whoWasNotToldMayFindNothing() {
    told = told(UNTOLD);
    told.nothing("bob", 3, 4);
    assertEquals(List.of(), told.seenBy(RULE));
    assertEquals("no receiver was told of anything", RULE.judge(told.history()).undecided());
  }

  @Test
  void theEndAndReasonsAreSomething() {
    told.received("bob", 1, 2, Outcome.END, Reason.NONE);
    told.received("bob", 3, 4, Outcome.BROKEN, Reason.PEER_GONE);
    told.lost("bob", 5, 6, 2);
    assertEquals(List.of(), told.seenBy(RULE));
    assertEquals("", RULE.judge(told.history()).undecided());
  }

  @Test
  void everySmallHistoryIsJudgedAsByCountingWords() {
    Random random = new Random(AgainstTheOracle.SEED);
    Outcome[] outcomes = {
      Outcome.NOTHING, Outcome.END, Outcome.BROKEN, Outcome.MESSAGE, Outcome.PENDING
    };
    int wrong = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      boolean notified = random.nextInt(4) > 0;
      told = told(notified ? TOLD : UNTOLD);
      List<String> words = new ArrayList<>();
      for (int i = 0; i < random.nextInt(5); i++) {
        Outcome outcome = outcomes[random.nextInt(outcomes.length)];
        words.add(outcome.name());
        if (outcome == Outcome.MESSAGE) {
          told.receive("bob", 10 * i, 10 * i + 5, told.id("alice", i));
        } else {
          long finish = outcome == Outcome.PENDING ? Told.NEVER : 10 * i + 5;
          told.received("bob", 10 * i, finish, outcome, Reason.NONE);
        }
      }
      boolean expected = notified && String.join(" ", words).contains("NOTHING");
      assertEquals(expected, !told.seenBy(RULE).isEmpty());
      wrong += expected ? 1 : 0;
    }
    assertTrue(wrong > 3_000, "wrong: " + wrong);
  }
}
