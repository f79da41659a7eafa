package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Move;
import org.junit.jupiter.api.Test;

/** What is said of files that are mapped. */
class ShrinkingTests {
  private static final Shrinking RULE = new Shrinking("used", "later");

  private static Told told() {
    return new Told(Told.STRICT).channel("c1").sender("alice", "c1").receiver("bob", "c1");
  }

  private static Told saw(Told told, String move, long at, List<Sight.Held> held) {
    return told.saw(new Move.Look(), new Sight(move, at, at, List.of(), held, List.of(), ""));
  }

  private static List<Sight.Held> file(
      String process, long inode, boolean open, boolean mapped, long size) {
    List<Sight.Held> held = new ArrayList<>();
    if (open) {
      held.add(new Sight.Held(process, 7, "/t/c", inode, 0, size));
    }
    if (mapped) {
      held.add(new Sight.Held(process, -1, "/t/c", inode, 0));
    }
    return held;
  }

  @Test
  void aFileThatBecameShorterUnderAMappingIsSeen() {
    Told told = saw(told(), "used", 1, file("p", 9, true, true, 8_192));
    saw(told, "later", 2, file("p", 9, true, true, 4_096));
    assertEquals(List.of(Observation.SHRUNK_IN_USE), told.seenBy(RULE));
    assertEquals(
        "let p have a file mapped, of 8192 bytes, while others close, die or open; then no"
            + " operation of the transport makes it shorter; but it had 4096 bytes afterwards",
        RULE.judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void withoutBothLooksNothingIsSaid() {
    Told told = saw(told(), "used", 1, List.of());
    assertEquals(false, RULE.judge(told.history()).undecided().isEmpty());
  }

  /** Every combination of who has what open and mapped, against what each of them would say. */
  @Test
  void everySmallCaseIsJudgedAsByAskingEachProcess() {
    boolean[] both = {false, true};
    for (String process : List.of("p", "q")) {
      for (long inode : List.of(9L, 10L)) {
        for (long size : List.of(-1L, 0L, 10L, 11L, 12L)) {
          for (boolean was : both) {
            for (boolean open : both) {
              for (boolean mapped : both) {
                Told told = saw(told(), "used", 1, file("p", 9, true, was, 11));
                saw(told, "later", 2, file(process, inode, open, mapped, size));
                String says = process + inode + open + mapped + was + size;
                boolean shrunk = says.equals("p9truetruetrue0") || says.equals("p9truetruetrue10");
                List<Observation> expected =
                    shrunk ? List.of(Observation.SHRUNK_IN_USE) : List.of();
                assertEquals(expected, told.seenBy(RULE), says);
              }
            }
          }
        }
      }
    }
  }
}
