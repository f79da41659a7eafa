package org.ipctck.suite.isolation;

import java.util.List;
import org.ipctck.rule.CrowdedOut;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.generate.Greed;
import org.junit.jupiter.api.Test;

/** What becomes of others when one client takes everything. */
public class GreedChecks {
  @Test
  @Requirement("ISO-7")
  @Check(
      value = Check.Kind.CASES,
      needs = {"names=removed|persistent", "overflow=block|refuse"})
  void oneGreedyClientLeavesRoomForOthers(Bench bench) {
    bench.each(
        List.of(Greed.now().all("one client takes every place that is left")),
        scenario -> bench.play(scenario).keeps(new CrowdedOut(), new Untyped()));
  }
}
