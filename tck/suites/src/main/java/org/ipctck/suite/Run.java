package org.ipctck.suite;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ShrinkingMode;
import org.ipctck.spi.Profile;
import org.jspecify.annotations.Nullable;

/** What is being judged just now; jqwik's generators and hooks have no other way to know. */
public final class Run {
  private static volatile @Nullable Run current;

  private final Player player;
  private final Bench bench;
  private final CheckInfo check;
  private final Floor floor;
  private final int shrinkSeconds;
  private final long seed;

  Run(Player player, Bench bench, CheckInfo check, Floor floor, int shrinkSeconds, long seed) {
    this.player = player;
    this.bench = bench;
    this.check = check;
    this.floor = floor;
    this.shrinkSeconds = shrinkSeconds;
    this.seed = seed;
  }

  /** What is being judged now. */
  public static Run current() {
    return running()
        .orElseThrow(
            () -> new IllegalStateException("checks run in a judgement, not on their own"));
  }

  static Optional<Run> running() {
    return Optional.ofNullable(current);
  }

  static void begin(Run run) {
    current = run;
  }

  static void end() {
    current = null;
  }

  /** What the subject promises. */
  public Profile profile() {
    return player.profile();
  }

  /** The points at which ends of the subject can be struck. */
  public List<String> points() {
    return player.points();
  }

  /** Whether one process of the subject plays several ends at once. */
  public boolean manyThreads() {
    return player.manyThreads();
  }

  /** Where this check plays. */
  public Bench bench() {
    return bench;
  }

  /** Whether it is the check of this method that is judged. */
  boolean isOf(Method method) {
    return check.name().equals(method.getName())
        && check.suite().equals(method.getDeclaringClass().getName());
  }

  /** How long a failure may be made smaller; not at all in a brief judgement. */
  ShrinkingMode shrinking() {
    return shrinkSeconds > 0 ? ShrinkingMode.BOUNDED : ShrinkingMode.OFF;
  }

  /** The seed of this check. */
  long seed() {
    return seed ^ check.path().hashCode();
  }

  /** How many tries may be drawn before the check gives up reaching its floor. */
  int mostTries() {
    return 10 * Math.max(floor.tries(), floor.faults());
  }
}
