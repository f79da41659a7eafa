package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The drawn histories are sharp enough to find mistakes in a check. */
class MutantTests {
  @Test
  void everyMistakeInACheckDisagreesWithTheOracle() {
    Random random = new Random(AgainstTheOracle.SEED);
    Draw draw = new Draw(random, Draw.Model.QUEUE, Integer.MAX_VALUE);
    Map<MutableCheck.Mutant, Integer> disagreements = new EnumMap<>(MutableCheck.Mutant.class);
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      List<Draw.Op> all = draw.operations();
      boolean explained = Oracle.queue(all);
      for (MutableCheck.Mutant mutant : MutableCheck.Mutant.values()) {
        boolean kept = new MutableCheck(all, mutant).kept();
        disagreements.merge(mutant, kept == explained ? 0 : 1, Integer::sum);
      }
    }
    System.out.println("seed=" + AgainstTheOracle.SEED + " disagreements=" + disagreements);
    for (MutableCheck.Mutant mutant : MutableCheck.Mutant.values()) {
      int found = disagreements.getOrDefault(mutant, 0);
      if (mutant == MutableCheck.Mutant.NONE) {
        assertEquals(0, found);
      } else {
        assertTrue(found > 0, mutant + " was not found");
      }
    }
  }
}
