package org.ipctck.suite.lifecycle;

import org.ipctck.rule.NamesLeft;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Places;
import org.junit.jupiter.api.Test;

/** What becomes of the names of a channel. */
public class NameChecks {

  @Test
  @Requirement("LIF-4")
  @Check(Check.Kind.CASES)
  void noNameRemainsAfterTheLastClose(Bench bench) {
    bench.each(
        Places.now().closed("a channel is closed"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.everythingOpened())
                .provided(SeenAround.aName(Places.OPEN))
                .keeps(new NamesLeft(Places.OPEN, Places.CLOSED)));
  }
}
