package org.ipctck.suite.rpc;

import org.ipctck.rule.OtherLayout;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Layouts;
import org.junit.jupiter.api.Test;

/** What those are told who take a segment for another than it is. */
public class LayoutChecks {
  @Test
  @Requirement("RPC-3")
  @Check(
      value = Check.Kind.CASES,
      needs = {"names=removed|persistent", "opens=either|receiver-first"})
  void whoAsksForMoreThanASegmentWasMadeForIsRefused(Bench bench) {
    bench.each(
        Layouts.now().all("a segment is made for smaller messages"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.tried(Layouts.STRANGER))
                .keeps(new OtherLayout()));
  }
}
