package org.ipctck.suite.integrity;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.ToldInPlace;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Traffic;

/** What a receiver learns of messages for which it was too slow. */
public class OverrunChecks {
  @Provide
  Arbitrary<Scenario> overrun() {
    return Traffic.now()
        .slow()
        .senders(1, 2)
        .messages(30, 60)
        .capacity(1, 4)
        .scenarios("receivers that are overrun");
  }

  @Property
  @Requirement("INT-8")
  @Check(Check.Kind.TRAFFIC)
  void whoIsOverrunIsToldInPlace(@ForAll("overrun") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.overrun()).keeps(new ToldInPlace());
  }
}
