package org.ipctck.suite.isolation;

import java.util.List;
import org.ipctck.rule.BoundedHarm;
import org.ipctck.rule.Observation;
import org.ipctck.rule.Untyped;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Rogues;
import org.junit.jupiter.api.Test;

/** That nobody relies on what others can write to, or take away. */
public class MemoryChecks {

  private static void judged(Bench bench, List<Scenario> scenarios, Observation blamed) {
    bench.each(
        scenarios,
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.aRogue())
                .keeps(new BoundedHarm(blamed), new Untyped()));
  }

  @Test
  @Requirement("ISO-8")
  @Check(value = Check.Kind.CASES, needs = "names=removed|persistent")
  void wrongNumbersInSharedMemoryDoNoHarm(Bench bench) {
    List<Scenario> scenarios = Rogues.now().changedFields("numbers in memory are changed");
    judged(bench, scenarios, Observation.HARMED_BY_A_FIELD);
  }

  @Test
  @Requirement("ISO-11")
  @Check(value = Check.Kind.CASES, needs = "names=removed|persistent")
  void aTruncatedSegmentIsAnErrorAndNoDeath(Bench bench) {
    List<Scenario> scenarios = Rogues.now().truncated("memory is made shorter");
    judged(bench, scenarios, Observation.HARMED_BY_TRUNCATION);
  }
}
