package org.ipctck.suite.integrity;

import org.ipctck.history.Kind;
import org.ipctck.rule.CutShort;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Cuts;
import org.junit.jupiter.api.Test;

/** What becomes of a message whose write is cut short. */
public class CutChecks {
  @Test
  @Requirement("INT-4")
  @Check(
      value = Check.Kind.CASES,
      needs = {"capacity=bounded", "overflow=block"})
  void aCutWriteNeitherLosesNorRepeatsNorTearsBytes(Bench bench) {
    bench.each(
        Cuts.now().all("a sender that is stopped within messages"),
        scenario ->
            bench
                .play(scenario)
                .provided(Seen.underWay(Kind.SEND))
                .provided(Seen.message())
                .keeps(new CutShort()));
  }
}
