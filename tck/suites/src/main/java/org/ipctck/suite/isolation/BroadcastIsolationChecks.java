package org.ipctck.suite.isolation;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.Matching;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Sizes;
import org.ipctck.suite.generate.Traffic;

/** What one receiver of a broadcast does to another. */
public class BroadcastIsolationChecks {
  @Provide
  Arbitrary<Scenario> grabbed() {
    return Traffic.now()
        .grabbing()
        .receivers(2, 3)
        .messages(30, 60)
        .sizes(Sizes.upTo(3_000).map(size -> Math.max(size, 64)))
        .scenarios("receivers that write into what they received");
  }

  @Property
  @Requirement("ISO-4")
  @Check(value = Check.Kind.TRAFFIC, needs = "sharing=broadcast")
  void noReceiverSeesWhatAnotherWrote(@ForAll("grabbed") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new Matching());
  }
}
