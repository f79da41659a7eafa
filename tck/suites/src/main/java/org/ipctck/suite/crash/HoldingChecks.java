package org.ipctck.suite.crash;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.HeldByTheDead;
import org.ipctck.rule.TakenFromTheLiving;
import org.ipctck.rule.Untyped;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Aftermath;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.generate.Holdings;
import org.junit.jupiter.api.Test;

/** What becomes of others when one is struck who holds what all of them need. */
public class HoldingChecks {
  @Provide
  Arbitrary<Scenario> killed() {
    return Holdings.now().killed("senders go on when others are killed within a send");
  }

  @Property
  @Requirement("CRA-4")
  @Check(value = Check.Kind.FAULT, needs = "senders=many")
  void whatTheDeadHeldBlocksNobody(@ForAll("killed") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Aftermath.othersGoOn()).keeps(new HeldByTheDead(), new Untyped());
  }

  @Test
  @Requirement("CRA-5")
  @Check(
      value = Check.Kind.CASES,
      needs = {"senders=many", "overflow=block|refuse"})
  void whoStandsStillIsNotTakenForDead(Bench bench) {
    bench.each(
        Holdings.now().stopped("senders stand still within a send"),
        scenario ->
            bench
                .play(scenario)
                .provided(Aftermath.othersPass())
                .keeps(new TakenFromTheLiving(), new Untyped()));
  }
}
