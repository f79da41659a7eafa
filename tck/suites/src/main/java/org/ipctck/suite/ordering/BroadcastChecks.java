package org.ipctck.suite.ordering;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.OneOrder;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Traffic;

/** What the receivers of a broadcast have in common. */
public class BroadcastChecks {
  @Provide
  Arbitrary<Scenario> several() {
    return Traffic.now().senders(2, 3).receivers(2, 3).scenarios("senders to several receivers");
  }

  @Property
  @Requirement("ORD-4")
  @Check(value = Check.Kind.TRAFFIC, needs = "sharing=broadcast")
  void allReceiversOfABroadcastSeeOneOrder(@ForAll("several") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.overlappingSends()).keeps(new OneOrder());
  }
}
