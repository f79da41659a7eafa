package org.ipctck.suite.crash;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.Reopened;
import org.ipctck.rule.Untyped;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Creations;

/** What is left of an end whose process dies while it is opened. */
public class CreationChecks {
  @Provide
  Arbitrary<Scenario> halfMade() {
    return Creations.now().scenarios("others open what was killed while it was made");
  }

  @Property
  @Requirement("CRA-10")
  @Check(value = Check.Kind.FAULT, needs = "reach=host")
  void aCrashInCreationLeavesNothingThatHinders(
      @ForAll("halfMade") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.messageAfterFaults()).keeps(new Reopened(), new Untyped());
  }
}
