package org.ipctck.suite.ordering;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.CausalOrder;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Consequences;

/** That causes come before effects; one queue for all promises that by itself. */
public class CausalChecks {
  @Provide
  Arbitrary<Scenario> ofThree() {
    return Consequences.now().ofThree("who hears of it tells on");
  }

  @Property
  @Requirement("ORD-7")
  @Check(
      value = Check.Kind.TRAFFIC,
      needs = {"order=none|per-sender", "senders=many"})
  void noEffectIsReceivedBeforeItsCause(@ForAll("ofThree") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new CausalOrder());
  }
}
