package org.ipctck.suite.lifecycle;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.history.Kind;
import org.ipctck.rule.AfterClose;
import org.ipctck.rule.CloseHarmless;
import org.ipctck.rule.Leaks;
import org.ipctck.rule.Matching;
import org.ipctck.rule.ReleasedByClose;
import org.ipctck.rule.Untyped;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Closings;
import org.ipctck.suite.generate.Single;
import org.junit.jupiter.api.Test;

/** What close does, and what it leaves. */
public class LifecycleChecks {
  /** The cycles after which what is held is counted first and last. */
  private static final int CYCLES = 1_000;

  /** Fewer tell a leak no more from a runtime that settles. */
  private static final int FEWEST_CYCLES = 100;

  @Provide
  Arbitrary<Scenario> repeated() {
    return Closings.now().repeated("ends are closed again");
  }

  @Property
  @Requirement("LIF-1")
  @Check(Check.Kind.TRAFFIC)
  void anotherCloseDoesNothing(@ForAll("repeated") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new CloseHarmless(), new Untyped());
  }

  @Test
  @Requirement("LIF-2")
  @Check(value = Check.Kind.CASES, threads = true)
  void closeReleasesWhoeverWaits(Bench bench) {
    bench.each(
        Closings.now().whileWaiting("ends are closed from aside"),
        scenario ->
            bench
                .play(scenario)
                .provided(Seen.nobodyWaiting(Kind.RECEIVE))
                .provided(Seen.nobodyWaiting(Kind.SEND))
                .keeps(new ReleasedByClose(), new Untyped()));
  }

  @Test
  @Requirement("LIF-3")
  @Check(Check.Kind.CASES)
  void aClosedEndDoesNothingMore(Bench bench) {
    bench.each(
        Closings.now().forGood("ends are used after close"),
        scenario -> bench.play(scenario).keeps(new AfterClose(), new Matching(), new Untyped()));
  }

  @Test
  @Requirement("LIF-5")
  @Check(Check.Kind.CASES)
  void nothingGrowsWithUse(Bench bench) {
    int rounds = Math.max(FEWEST_CYCLES, (int) (CYCLES * bench.share()));
    bench.each(
        List.of(Single.now().cycles("open, use and close", rounds)),
        scenario -> bench.play(scenario).provided(Seen.censuses()).keeps(new Leaks()));
  }
}
