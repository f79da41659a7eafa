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
import org.ipctck.suite.generate.Single;
import org.ipctck.suite.generate.Traffic;
import org.junit.jupiter.api.Test;

/** That neither a buffer nor a channel is touched by what is not its own. */
public class IsolationChecks {
  @Provide
  Arbitrary<Scenario> scribbled() {
    return Traffic.now().scribbling().scenarios("buffers that are used again");
  }

  @Property
  @Requirement("ISO-1")
  @Check(Check.Kind.TRAFFIC)
  void theBufferIsTheSendersAgainAfterSend(@ForAll("scribbled") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new Matching());
  }

  @Test
  @Requirement("ISO-2")
  @Check(Check.Kind.CASES)
  void channelsOfSimilarNamesStayApart(Bench bench) {
    bench.each(
        Single.names(),
        names ->
            bench.play(Single.now().beside(names)).provided(Seen.message()).keeps(new Matching()));
  }
}
