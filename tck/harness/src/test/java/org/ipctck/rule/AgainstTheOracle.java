package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Plays rules against an oracle on drawn histories and keeps account of what was drawn. */
final class AgainstTheOracle {
  /** Printed with every failure; the same histories are drawn each time. */
  static final long SEED = 20260101;

  static final int HISTORIES = 20_000;

  private int wrong;
  private int overlapping;
  private int tied;
  private int drawn;

  /** Requires that the rule breaks exactly the histories that the oracle cannot explain. */
  void agree(Draw draw, Random random, Predicate<Case> broken, Predicate<List<Draw.Op>> explained) {
    for (drawn = 0; drawn < HISTORIES; drawn++) {
      List<Draw.Op> all = draw.operations();
      // Far apart, so that the search beyond the clock guard is played as well.
      long scale = random.nextBoolean() ? 1 : 10_000;
      boolean fine = explained.test(all);
      wrong += fine ? 0 : 1;
      overlapping += Draw.overlap(all) >= 4 ? 1 : 0;
      tied += Draw.ties(all) ? 1 : 0;
      assertEquals(!fine, broken.test(new Case(all, scale)), () -> text(all));
    }
    worthwhile();
  }

  /** A drawn history and the slowness of its clock. */
  record Case(List<Draw.Op> all, long scale) {}

  private void worthwhile() {
    System.out.printf(
        "seed=%d histories=%d wrong=%d overlapping=%d tied=%d%n",
        SEED, drawn, wrong, overlapping, tied);
    assertTrue(wrong > drawn / 4 && wrong < drawn / 2, "wrong=" + wrong);
    assertTrue(overlapping >= drawn / 2, "overlapping=" + overlapping);
    assertTrue(tied >= drawn / 4, "tied=" + tied);
  }

  static String text(List<Draw.Op> all) {
    StringBuilder text = new StringBuilder("seed=" + SEED + "\n");
    for (Draw.Op op : all) {
      text.append(
          "%s %s #%d [%d, %s] %s %s#%d%n"
              .formatted(
                  op.end,
                  op.send ? "send" : "receive",
                  op.sequence,
                  op.begin,
                  op.finish == Told.NEVER ? "never" : op.finish,
                  op.outcome,
                  op.from,
                  op.message));
    }
    return text.toString();
  }
}
