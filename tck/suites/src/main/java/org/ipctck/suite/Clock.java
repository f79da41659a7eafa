package org.ipctck.suite;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Says when a judgement has to stop: its budget is spent, or it was told to. */
final class Clock {
  private final long begun = System.nanoTime();
  private final Optional<Duration> budget;
  private final BooleanSupplier cancelled;

  Clock(Optional<Duration> budget, BooleanSupplier cancelled) {
    this.budget = budget;
    this.cancelled = cancelled;
  }

  /** Why it has to stop; empty while it may go on. */
  Optional<String> over() {
    if (cancelled.getAsBoolean()) {
      return Optional.of("interrupted");
    }
    return budget
        .filter(limit -> System.nanoTime() - begun >= limit.toNanos())
        .map(limit -> "the budget was spent: budget=" + limit.toMillis() + " ms");
  }
}
