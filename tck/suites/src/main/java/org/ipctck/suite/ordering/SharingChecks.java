package org.ipctck.suite.ordering;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.Matching;
import org.ipctck.rule.SharedWork;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Sharing;

/** Who of several receivers gets a message. */
public class SharingChecks {
  @Provide
  Arbitrary<Scenario> leaving() {
    return Sharing.now().leaving("one of two receivers leaves");
  }

  @Property
  @Requirement("ORD-12")
  @Check(
      value = Check.Kind.TRAFFIC,
      needs = {"sharing=work", "receivers=many"})
  void workGoesToThoseWhoAreThere(@ForAll("leaving") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new SharedWork(), new Matching());
  }
}
