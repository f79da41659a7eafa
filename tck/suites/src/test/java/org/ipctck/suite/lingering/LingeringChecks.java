package org.ipctck.suite.lingering;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.Finding;
import org.ipctck.rule.Observation;
import org.ipctck.rule.Violation;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.canned.CannedPlayer;

/** A check whose failure takes long to be made smaller, and one that comes after it. */
public class LingeringChecks {
  /** The least number of messages in a scenario of the first check; the second has fewer. */
  public static final int MANY = 100;

  /** How many scenarios were drawn, shrunk ones included. */
  public static final AtomicInteger DRAWN = new AtomicInteger();

  private static Violation late() {
    return new Violation(
        Observation.DUPLICATE, "m1 be", "it comes", "it does not", List.of(), List.of(), 1_000_000);
  }

  @Provide
  Arbitrary<Scenario> many() {
    return Arbitraries.integers().between(1, 20).list().ofSize(300).map(LingeringChecks::drawn);
  }

  /** Each number can be made smaller on its own, and each makes the scenario smaller. */
  private static Scenario drawn(List<Integer> numbers) {
    if (DRAWN.incrementAndGet() > 1) {
      LockSupport.parkNanos(20_000_000);
    }
    return CannedPlayer.scenario(MANY + numbers.stream().mapToInt(each -> each).sum());
  }

  @Provide
  Arbitrary<Scenario> few() {
    return Arbitraries.integers().between(50, MANY - 1).map(CannedPlayer::scenario);
  }

  @Property
  @Requirement("ORD-2")
  @Check(Check.Kind.TRAFFIC)
  void failsAndIsShrunkForLong(@ForAll("many") Scenario scenario, Bench bench) {
    bench.play(scenario).keeps(history -> Finding.broken(List.of(late())));
  }

  @Property
  @Requirement("INT-1")
  @Check(Check.Kind.TRAFFIC)
  void passesAfterIt(@ForAll("few") Scenario scenario, Bench bench) {
    bench.play(scenario).keeps(history -> Finding.kept());
  }
}
