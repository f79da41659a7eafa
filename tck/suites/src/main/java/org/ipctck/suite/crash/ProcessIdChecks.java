package org.ipctck.suite.crash;

import java.util.List;
import org.ipctck.rule.Attributed;
import org.ipctck.rule.DeclaredDead;
import org.ipctck.rule.Observation;
import org.ipctck.rule.Released;
import org.ipctck.rule.Reopened;
import org.ipctck.rule.Rule;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Abroad;
import org.junit.jupiter.api.Test;

/** Deaths where a process id is not what it is elsewhere. */
public class ProcessIdChecks {
  private static Rule there(Rule... rules) {
    return new Attributed(
        Observation.DEATH_BY_PROCESS_ID, "process ids differ between the peers", List.of(rules));
  }

  @Test
  @Requirement("CRA-13")
  @Check(value = Check.Kind.CASES, needs = "names=removed|persistent", threads = true)
  void aDeathIsKnownWithoutTheProcessId(Bench bench) {
    bench.each(
        Abroad.now().deaths("a death among own process ids"),
        scenario ->
            bench
                .play(scenario)
                .unlikeAtHome()
                .provided(SeenAround.everythingOpened())
                .keeps(there(new Released()), new DeclaredDead(), new Untyped()));
  }

  @Test
  @Requirement("CRA-13")
  @Check(value = Check.Kind.CASES, needs = "names=removed|persistent")
  void theNameOfADeadProcessOneIsFree(Bench bench) {
    bench.each(
        List.of(Abroad.now().reopened("the owner died as process 1")),
        scenario ->
            bench
                .play(scenario)
                .unlikeAtHome()
                .provided(SeenAround.opened("former"))
                .keeps(there(new Reopened()), new Untyped()));
  }
}
