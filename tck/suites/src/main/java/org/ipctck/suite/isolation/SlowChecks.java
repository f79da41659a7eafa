package org.ipctck.suite.isolation;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.StandsStill;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Sharing;

/** That who is slow is waited for by nobody else. */
public class SlowChecks {
  @Provide
  Arbitrary<Scenario> besideTheSlow() {
    return Sharing.now().besideTheSlow("traffic beside a slow receiver");
  }

  @Property
  @Requirement("ISO-3")
  @Check(value = Check.Kind.TRAFFIC, needs = "overflow=block", threads = true)
  void aSlowReceiverStopsNoOtherChannel(@ForAll("besideTheSlow") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new StandsStill());
  }
}
