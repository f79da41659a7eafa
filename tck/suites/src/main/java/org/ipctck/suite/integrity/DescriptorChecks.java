package org.ipctck.suite.integrity;

import org.ipctck.rule.HandedOver;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Attachments;
import org.junit.jupiter.api.Test;

/** What becomes of open descriptors that go with messages. */
public class DescriptorChecks {
  @Test
  @Requirement("INT-9")
  @Check(Check.Kind.CASES)
  void descriptorsArriveWithTheirMessageAndNoneStaysBehind(Bench bench) {
    bench.each(
        Attachments.now().handedOver("descriptors beside the bytes"),
        scenario ->
            bench
                .play(scenario)
                .provided(Seen.everythingAccepted())
                .provided(Seen.message())
                .keeps(new HandedOver()));
  }
}
