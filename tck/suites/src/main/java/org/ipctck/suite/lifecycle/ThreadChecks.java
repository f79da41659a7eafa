package org.ipctck.suite.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.rule.Attributed;
import org.ipctck.rule.Loss;
import org.ipctck.rule.Matching;
import org.ipctck.rule.Observation;
import org.ipctck.rule.PerSenderOrder;
import org.ipctck.rule.Queue;
import org.ipctck.rule.Rule;
import org.ipctck.rule.Untyped;
import org.ipctck.spi.Promise;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Lossless;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Crews;
import org.junit.jupiter.api.Test;

/** That an end which several threads may use is one for each of them. */
public class ThreadChecks {

  private static Rule kept(Bench bench) {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Lossless(new Loss()));
    rules.add(new Matching());
    if (!bench.profile().is(Promise.ORDER, "none")) {
      rules.add(new PerSenderOrder());
    }
    if (bench.profile().is(Promise.ORDER, "queue")) {
      rules.add(new Queue());
    }
    return new Attributed(
        Observation.BROKEN_BY_THREADS, "two threads use one sender and two one receiver", rules);
  }

  @Test
  @Requirement("LIF-15")
  @Check(value = Check.Kind.CASES, needs = "sharing=one|work", threads = true)
  void anEndUsedBySeveralThreadsKeepsItsWord(Bench bench) {
    bench.each(
        Crews.now().all("several threads use one end"),
        scenario ->
            bench
                .play(scenario)
                .unlike(Crews.now().alone("one thread uses each end"))
                .provided(Seen.message())
                .keeps(kept(bench), new Untyped()));
  }
}
