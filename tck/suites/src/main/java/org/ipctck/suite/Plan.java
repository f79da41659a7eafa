package org.ipctck.suite;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What is to be judged, and how thoroughly.
 *
 * @param depth the floors
 * @param seed where every random choice comes from
 * @param selection which checks
 * @param share how much of its floor each check has to reach, 1 for all of it
 * @param brief whether a failure is neither made smaller nor played again, as in a self-test
 * @param budget how long all checks together may take
 * @param cancelled whether to stop as soon as possible
 */
public record Plan(
    Depth depth,
    long seed,
    Predicate<CheckInfo> selection,
    ToDoubleFunction<CheckInfo> share,
    boolean brief,
    Optional<Duration> budget,
    BooleanSupplier cancelled) {

  /** Everything at one depth. */
  public static Plan of(Depth depth, long seed) {
    return new Plan(depth, seed, check -> true, check -> 1.0, false, Optional.empty(), () -> false);
  }

  /** Only these checks. */
  public Plan only(Predicate<CheckInfo> chosen) {
    return new Plan(depth, seed, chosen, share, brief, budget, cancelled);
  }

  /** Within so much time. */
  public Plan within(Duration limit) {
    return new Plan(depth, seed, selection, share, brief, Optional.of(limit), cancelled);
  }

  /** Until told to stop. */
  public Plan until(BooleanSupplier told) {
    return new Plan(depth, seed, selection, share, brief, budget, told);
  }

  /** As a self-test does: each check to a share of its floor, failures in brief. */
  public Plan selfTest(ToDoubleFunction<CheckInfo> shares) {
    return new Plan(depth, seed, selection, shares, true, budget, cancelled);
  }
}
