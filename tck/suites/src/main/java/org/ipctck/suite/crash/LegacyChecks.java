package org.ipctck.suite.crash;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.Bequest;
import org.ipctck.rule.Untyped;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Legacies;

/** What becomes of messages whose receiver is killed before it has them. */
public class LegacyChecks {
  @Provide
  Arbitrary<Scenario> legacies() {
    return Legacies.now().scenarios("messages lie in the channel when their receiver dies");
  }

  @Property
  @Requirement("CRA-15")
  @Check(
      value = Check.Kind.FAULT,
      needs = {"reach=host", "overflow=block|refuse", "capacity=bounded|unbounded"})
  void whatWasAcceptedOutlivesItsReceiver(@ForAll("legacies") Scenario scenario, Bench bench) {
    bench
        .play(scenario)
        .provided(Seen.leftBehind())
        .provided(SeenAround.everythingOpened())
        .keeps(new Bequest(), new Untyped());
  }
}
