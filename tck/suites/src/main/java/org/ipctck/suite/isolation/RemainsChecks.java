package org.ipctck.suite.isolation;

import net.jqwik.api.Arbitraries;
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

/** That nothing of a message is left when another takes its place. */
public class RemainsChecks {
  @Provide
  Arbitrary<Scenario> shrinking() {
    Arbitrary<Integer> sizes =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1_000, 9_000),
            Sizes.upTo(300),
            Arbitraries.integers().between(8, 1_000));
    return Traffic.now()
        .senders(1, 1)
        .capacity(1, 4)
        .messages(40, 70)
        .sizes(sizes)
        .scenarios("short messages after long ones");
  }

  @Property
  @Requirement("ISO-10")
  @Check(Check.Kind.TRAFFIC)
  void nothingOldIsReadableThroughAMessage(@ForAll("shrinking") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.shorterAfterLonger()).keeps(new Matching());
  }
}
