package org.ipctck.suite.crash;

import java.util.List;
import org.ipctck.rule.ThreeResults;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.SeenWaiting;
import org.ipctck.suite.generate.Results;
import org.junit.jupiter.api.Test;

/** How overload, close and death are told apart. */
public class ResultChecks {
  @Test
  @Requirement("CRA-6")
  @Check(
      value = Check.Kind.CASES,
      needs = {"reach=host", "capacity=bounded", "overflow=block|refuse"})
  void overloadCloseAndDeathAreThreeResults(Bench bench) {
    bench.each(
        List.of(Results.now().beside("a full channel beside a closed and a dead one")),
        scenario ->
            bench
                .play(scenario)
                .provided(Seen.full())
                .provided(SeenWaiting.endAndDeath())
                .keeps(new ThreeResults(), new Untyped()));
  }
}
