package org.ipctck.runner.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.requirement.Catalogue;
import org.ipctck.requirement.Requirement;
import org.ipctck.requirement.Requirement.Level;
import org.ipctck.runner.exit.CannotGoOn;
import org.junit.jupiter.api.Test;

/** Which requirements are judged. */
class SelectionTests {

  private static List<String> ids(String part, Level level, String... only) {
    return Selection.of(List.of(only), level, part).requirements().stream()
        .map(Requirement::id)
        .toList();
  }

  @Test
  void idsFamiliesAndPatternsMayBeMixed() {
    assertEquals(List.of("ORD-1"), ids("1/1", Level.MAY, "ORD-1"));
    assertEquals(ids("1/1", Level.MAY, "ORD"), ids("1/1", Level.MAY, "ordering"));
    assertEquals(ids("1/1", Level.MAY, "ORD-*"), ids("1/1", Level.MAY, "ordering"));
    assertTrue(ids("1/1", Level.MAY, "ORD-1", "crash").contains("CRA-3"));
    assertEquals(Catalogue.load().all().size(), ids("1/1", Level.MAY).size());
  }

  @Test
  void shardsPartTheWhole() {
    List<String> parts = new ArrayList<>();
    for (int part = 1; part <= 4; part++) {
      parts.addAll(ids(part + "/4", Level.MAY));
    }
    assertEquals(
        ids("1/1", Level.MAY).stream().sorted().toList(), parts.stream().sorted().toList());
  }

  @Test
  void theLevelLeavesOutWhatBindsLess() {
    List<Requirement> must = Selection.of(List.of(), Level.MUST, "1/1").requirements();
    assertTrue(must.stream().allMatch(each -> each.level() == Level.MUST));
    assertTrue(ids("1/1", Level.SHOULD).size() > must.size());
  }

  @Test
  void aPatternMayBeValidAndMatchNothing() {
    assertEquals(List.of(), ids("1/1", Level.MAY, "XYZ-*"));
    assertThrows(CannotGoOn.class, () -> ids("1/1", Level.MAY, "XYZ-1"));
    assertThrows(CannotGoOn.class, () -> ids("0/1", Level.MAY));
  }
}
