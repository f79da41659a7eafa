package org.ipctck.suite.integrity;

import org.ipctck.rule.BoundedHarm;
import org.ipctck.rule.Observation;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Rogues;
import org.junit.jupiter.api.Test;

/** That who can reach a channel can do it only so much harm. */
public class RogueChecks {

  @Test
  @Requirement("INT-6")
  @Check(value = Check.Kind.CASES, needs = "names=removed|persistent")
  void malformedInputDoesBoundedHarm(Bench bench) {
    bench.each(
        Rogues.now().malformed("bytes that nobody sends"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.aRogue())
                .keeps(new BoundedHarm(Observation.HARMED_BY_A_ROGUE), new Untyped()));
  }
}
