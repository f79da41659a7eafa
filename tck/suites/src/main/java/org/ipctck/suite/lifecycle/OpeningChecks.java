package org.ipctck.suite.lifecycle;

import org.ipctck.rule.Interruptions;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.generate.Patience;
import org.junit.jupiter.api.Test;

/** What an open does when it cannot succeed at once. */
public class OpeningChecks {
  @Test
  @Requirement("LIF-2")
  @Check(value = Check.Kind.CASES, needs = "opens=receiver-first|sender-first", threads = true)
  void anOpenThatWaitsHearsOfAnInterruption(Bench bench) {
    bench.each(
        Patience.now().interruptedOpens("an open is interrupted"),
        scenario -> bench.play(scenario).keeps(new Interruptions(), new Untyped()));
  }
}
