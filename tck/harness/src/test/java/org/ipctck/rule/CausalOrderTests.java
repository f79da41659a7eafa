package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.spi.Promise;
import org.junit.jupiter.api.Test;

/** No effect is received before its cause. */
class CausalOrderTests {

  /** The first tells the third, then the second, which thereupon tells the third. */
  private static Told told() {
    return new Told(Told.STRICT.with(Promise.ORDER, "per-sender").with(Promise.CAUSAL, "yes"))
        .channel("c")
        .channel("w")
        .sender("first", "c")
        .sender("second", "c")
        .receiver("third", "c")
        .sender("tells", "w", "process-of-first")
        .receiver("hears", "w", "process-of-second");
  }

  private static Told effect(long heardFrom, long effectFrom) {
    Told told = told();
    told.accepted("first", 0, 0, 10);
    told.accepted("tells", 0, 20, 30);
    told.receive("hears", heardFrom, heardFrom + 10, told.id("tells", 0));
    told.accepted("second", 0, effectFrom, effectFrom + 10);
    return told;
  }

  @Test
  void theCauseComesFirst() {
    Told told = effect(40, 60);
    told.receive("third", 100, 110, told.id("first", 0));
    told.receive("third", 120, 130, told.id("second", 0));
    assertEquals(List.of(), told.seenBy(new CausalOrder()));
  }

  @Test
  void anEffectBeforeItsCauseIsSeen() {
    Told told = effect(40, 60);
    told.receive("third", 100, 110, told.id("second", 0));
    told.receive("third", 120, 130, told.id("first", 0));
    assertEquals(List.of(Observation.EFFECT_BEFORE_CAUSE), told.seenBy(new CausalOrder()));
  }

  @Test
  void whatWasSentWithoutKnowingIsNoEffect() {
    Told told = effect(40, 45);
    told.receive("third", 100, 110, told.id("second", 0));
    told.receive("third", 120, 130, told.id("first", 0));
    assertEquals(List.of(), told.seenBy(new CausalOrder()));
  }

  /** Chains of drawn stamps, against a search for a path from each send to each other. */
  @Test
  void theRuleSaysWhatEveryPathSays() {
    Random random = new Random(AgainstTheOracle.SEED);
    int wrong = 0;
    for (int drawn = 0; drawn < 5_000; drawn++) {
      Told told = told();
      List<Op> all = new ArrayList<>();
      for (int sequence = 0; sequence < 2; sequence++) {
        add(all, random, "first", "process-of-first", sequence, true);
        add(all, random, "tells", "process-of-first", sequence, true);
        add(all, random, "second", "process-of-second", sequence, true);
        add(all, random, "hears", "process-of-second", sequence, false);
      }
      all.forEach(op -> op.tell(told));
      boolean expected = backwards(taken(all, told, random), all);
      assertEquals(expected, !told.seenBy(new CausalOrder()).isEmpty(), "drawn=" + drawn);
      wrong += expected ? 1 : 0;
    }
    assertTrue(wrong > 300 && wrong < 3_000, "wrong=" + wrong);
  }

  /** The third takes all messages in a drawn order. */
  private static List<Op> taken(List<Op> all, Told told, Random random) {
    List<Op> taken = new ArrayList<>();
    for (Op op : all) {
      if (op.name.equals("first") || op.name.equals("second")) {
        taken.add(random.nextInt(taken.size() + 1), op);
      }
    }
    long clock = 1_000;
    for (Op op : taken) {
      told.receive("third", clock, clock + 5, told.id(op.name, op.sequence));
      clock += 10;
    }
    return taken;
  }

  private static boolean backwards(List<Op> taken, List<Op> all) {
    boolean found = false;
    for (int effect = 0; effect < taken.size(); effect++) {
      for (int cause = effect + 1; cause < taken.size(); cause++) {
        boolean another = !taken.get(cause).name.equals(taken.get(effect).name);
        found |= another && leads(taken.get(cause), taken.get(effect), all);
      }
    }
    return found;
  }

  private static void add(
      List<Op> all, Random random, String name, String process, int sequence, boolean send) {
    long after = 0;
    for (Op op : all) {
      after = op.name.equals(name) ? op.finish : after;
    }
    long begin = after + 1 + random.nextInt(40);
    all.add(new Op(name, process, sequence, send, begin, begin + random.nextInt(20)));
  }

  /** Whether a path of operations leads from the end of one to the begin of another. */
  private static boolean leads(Op from, Op to, List<Op> all) {
    for (Op next : all) {
      boolean local = from.process.equals(next.process) && from.finish < next.begin;
      if (local && (next == to || next.send && leads(next, to, all))) {
        return true;
      }
      boolean told = from.name.equals("tells") && next.name.equals("hears");
      boolean heard = told && from.sequence == next.sequence && from.begin <= next.finish;
      if (heard && leads(next, to, all)) {
        return true;
      }
    }
    return false;
  }

  private record Op(
      String name, String process, int sequence, boolean send, long begin, long finish) {
    void tell(Told told) {
      if (send) {
        told.accepted(name, sequence, begin, finish);
      } else {
        told.receive(name, begin, finish, told.id("tells", sequence));
      }
    }
  }
}
