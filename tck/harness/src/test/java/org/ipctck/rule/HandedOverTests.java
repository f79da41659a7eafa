package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Move;
import org.junit.jupiter.api.Test;

/** What is said of descriptors that went with messages. */
class HandedOverTests {
  private static final HandedOver RULE = new HandedOver();
  private static final String FILE = "/tmp/t1/attached-step-of-alice-0 (deleted)";

  private Told told = told();

  private static Told told() {
    Told told =
        new Told(Told.STRICT)
            .channel("c1")
            .sender("alice", "c1", new Action.Send(List.of(64), 1000, 0, true, false, 1))
            .receiver("bob", "c1");
    told.open("bob", 1, 2);
    told.open("alice", 1, 2);
    return told;
  }

  private void look(String name, long at, int alices, int bobs) {
    List<Sight.Held> held = new ArrayList<>();
    held.add(new Sight.Held("process-of-alice", 0, "/dev/null", 1, 0));
    held.add(new Sight.Held("process-of-bob", 0, "/dev/null", 1, 0));
    held.add(new Sight.Held("process-of-bob", 90, FILE.replace("-0 ", "-01 "), 1, 0));
    for (int i = 0; i < alices; i++) {
      held.add(new Sight.Held("process-of-alice", 10 + i, FILE, 7, 0));
    }
    for (int i = 0; i < bobs; i++) {
      held.add(new Sight.Held("process-of-bob", 10 + i, FILE, 7, 0));
    }
    told.saw(new Move.Look(), new Sight(name, at, at + 1, List.of(), held, List.of(), ""));
  }

  private void sees(Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(RULE));
  }

  @Test
  void whoReceivesAMessageHasItsDescriptor() {
    told.accepted("alice", 0, 10, 11);
    told.receive("bob", 12, 13, told.id("alice", 0));
    look("l", 20, 0, 1);
    sees();
    told = told();
    told.accepted("alice", 0, 10, 11);
    told.receive("bob", 12, 13, told.id("alice", 0));
    look("l", 20, 1, 0);
    sees(Observation.DESCRIPTOR_MISSING);
    assertEquals(
        "let a descriptor of attached-step-of-alice-0 go with each message of step-of-alice; then"
            + " who receives one has it, or is told otherwise; but process-of-bob had 0 of them"
            + " after it had received 1 messages, at last from 0.000 ms to 0.000 ms",
        RULE.judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void nobodyHasOneBehindTheLastClose() {
    told.accepted("alice", 0, 10, 11);
    told.close("bob", 12, 13);
    look("l", 20, 0, 1);
    sees(Observation.DESCRIPTOR_LEFT);
  }

  @Test
  void whereNobodyLookedNothingIsSaid() {
    told.accepted("alice", 0, 10, 11);
    assertEquals(
        "nobody looked when descriptors were handed over", RULE.judge(told.history()).undecided());
  }

  @Test
  void everySmallHistoryIsJudgedAsByCounting() {
    Random random = new Random(AgainstTheOracle.SEED);
    int wrong = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      told = told();
      int sent = 1 + random.nextInt(3);
      int taken = random.nextInt(sent + 1);
      long looked = 100 + random.nextInt(60);
      long closing = random.nextBoolean() ? Told.NEVER : 100 + random.nextInt(60);
      int held = random.nextInt(4);
      int before = 0;
      for (int i = 0; i < sent; i++) {
        told.accepted("alice", i, 10 + i, 11 + i);
      }
      for (int i = 0; i < taken; i++) {
        long begin = 20 + random.nextInt(120);
        told.receive("bob", begin, begin + 1, told.id("alice", i));
        before += begin + 1 < looked ? 1 : 0;
      }
      if (closing != Told.NEVER) {
        told.close("bob", closing, closing + 4);
      }
      look("l", looked, 0, held);
      List<Observation> expected = new ArrayList<>();
      if (closing != Told.NEVER && closing + 4 < looked) {
        if (held > 0) {
          expected.add(Observation.DESCRIPTOR_LEFT);
        }
      } else if (closing > looked && held < before) {
        // One that begins within the look may have let go of them.
        expected.add(Observation.DESCRIPTOR_MISSING);
      }
      assertEquals(expected, told.seenBy(RULE));
      wrong += expected.isEmpty() ? 0 : 1;
    }
    assertTrue(wrong > 4_000, "wrong: " + wrong);
  }
}
