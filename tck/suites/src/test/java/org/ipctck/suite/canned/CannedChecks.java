package org.ipctck.suite.canned;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.history.History;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Finding;
import org.ipctck.rule.Observation;
import org.ipctck.rule.Rule;
import org.ipctck.rule.Violation;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;

/** Checks that find a message received twice wrong, and know nothing else. */
public class CannedChecks {
  private static final Rule NOT_TWICE =
      history -> received(history) > 1 ? Finding.broken(List.of(twice())) : Finding.kept();

  private static long received(History history) {
    return history.operations().rows().filter(row -> row.outcome() == Outcome.MESSAGE).count();
  }

  private static Violation twice() {
    return new Violation(
        Observation.DUPLICATE,
        "m1 be one",
        "it comes once",
        "it came twice",
        List.of(),
        List.of(),
        Long.MAX_VALUE);
  }

  @Provide
  Arbitrary<Scenario> scenarios() {
    return Arbitraries.integers().between(1, 60).map(CannedPlayer::scenario);
  }

  @Property
  @Requirement("ORD-2")
  @Check(Check.Kind.TRAFFIC)
  void nothingComesTwice(@ForAll("scenarios") Scenario scenario, Bench bench) {
    bench.play(scenario).keeps(NOT_TWICE);
  }

  @Property
  @Requirement("CRA-1")
  @Check(value = Check.Kind.FAULT)
  void nothingComesTwiceWhenOneDies(@ForAll("scenarios") Scenario scenario, Bench bench) {
    bench.play(scenario).keeps(NOT_TWICE);
  }

  @org.junit.jupiter.api.Test
  @Requirement("INT-1")
  @Check(Check.Kind.CASES)
  void eachCaseComesOnce(Bench bench) {
    bench.each(List.of(1, 2, 3), size -> bench.play(CannedPlayer.scenario(size)).keeps(NOT_TWICE));
  }

  @org.junit.jupiter.api.Test
  @Requirement("ORD-2")
  @Check(Check.Kind.CASES)
  void nothingComesTwiceAbroad(Bench bench) {
    Scenario home = CannedPlayer.scenario(CannedPlayer.AT_HOME);
    bench.each(
        List.of(2, 3),
        size -> bench.play(CannedPlayer.scenario(size)).unlike(home).keeps(NOT_TWICE));
  }

  @Property
  @Requirement("BP-4")
  @Check(value = Check.Kind.TRAFFIC, needs = "overflow=drop-oldest")
  void bodyThatNeverPlays(@ForAll("scenarios") Scenario scenario, Bench bench) {
    if (scenario.rounds() == 2) {
      bench.play(scenario).keeps(NOT_TWICE);
    }
  }

  @Property
  @Requirement("LIF-1")
  @Check(Check.Kind.TRAFFIC)
  void bodyThatBreaks(@ForAll("scenarios") Scenario scenario, Bench bench) {
    throw new IllegalStateException("no such thing: " + scenario.name());
  }

  @Property
  @Requirement("LIF-2")
  @Check(value = Check.Kind.TRAFFIC, threads = true)
  void bodyThatNeedsThreads(@ForAll("scenarios") Scenario scenario, Bench bench) {
    bench.play(scenario).keeps(NOT_TWICE);
  }
}
