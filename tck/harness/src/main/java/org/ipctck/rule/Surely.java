package org.ipctck.rule;

/** Looks for any violation, and when there is one, for those that are beyond the clock guard. */
final class Surely {
  /** A judgement in which only that precedes which does so by more than some nanoseconds. */
  @FunctionalInterface
  interface Judgement {
    void into(long slack, Surest found);
  }

  private Surely() {}

  static void add(Surest surest, Judgement judgement) {
    Surest any = new Surest();
    judgement.into(0, any);
    if (any.isEmpty()) {
      return;
    }
    Surest beyond = new Surest();
    judgement.into(2 * Violation.CLOCK_GUARD_NANOS, beyond);
    surest.addAll(beyond.isEmpty() ? any : beyond);
  }
}
