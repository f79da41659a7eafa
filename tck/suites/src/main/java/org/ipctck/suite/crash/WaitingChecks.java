package org.ipctck.suite.crash;

import org.ipctck.rule.Rest;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.generate.Waits;
import org.junit.jupiter.api.Test;

/** What those do who wait for a peer that does nothing. */
public class WaitingChecks {
  @Test
  @Requirement("CRA-18")
  @Check(value = Check.Kind.CASES, needs = "reach=host")
  void whoWaitsLeavesTheProcessorAlone(Bench bench) {
    bench.each(
        Waits.now().scenarios("calls are blocked while the peer stands still"),
        scenario -> bench.play(scenario).keeps(new Rest(), new Untyped()));
  }
}
