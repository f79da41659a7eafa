package org.ipctck.suite.backpressure;

import org.ipctck.rule.FullBacklog;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenMuch;
import org.ipctck.suite.generate.Backlogs;
import org.junit.jupiter.api.Test;

/** What those are told for whom a receiver has no room to wait in. */
public class BacklogChecks {
  @Test
  @Requirement("BP-10")
  @Check(
      value = Check.Kind.CASES,
      needs = {"reach=host", "opens=either|receiver-first"})
  void aFullBacklogIsAnErrorThatCanBeRetried(Bench bench) {
    bench.each(
        Backlogs.now().full("too many wait for a receiver that stands still"),
        scenario -> bench.play(scenario).provided(SeenMuch.crowded()).keeps(new FullBacklog()));
  }
}
