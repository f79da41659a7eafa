package org.ipctck.suite.crash;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.LostCapacity;
import org.ipctck.rule.Untyped;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.generate.Attrition;

/** What is left of a channel when many of those who used it were killed. */
public class AttritionChecks {
  /** Each of them dies on several channels at once, so that quick sees a dozen and more. */
  private static final int DEATHS = 5;

  @Provide
  Arbitrary<Scenario> attrition() {
    return Attrition.now().scenarios("one sender after another is killed within a send", DEATHS);
  }

  @Property
  @Requirement("CRA-12")
  @Check(
      value = Check.Kind.FAULT,
      needs = {"senders=many", "capacity=bounded", "overflow=block|refuse"})
  void deathsCostNoCapacity(@ForAll("attrition") Scenario scenario, Bench bench) {
    bench.play(scenario).keeps(new LostCapacity(), new Untyped());
  }
}
