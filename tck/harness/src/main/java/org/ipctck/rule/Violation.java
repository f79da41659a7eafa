package org.ipctck.rule;

import java.util.List;

/**
 * Something that no correct transport could have done.
 *
 * @param observation what was seen; each has one requirement that is blamed for it
 * @param let what is named: <i>let m1 be …</i>
 * @param then what follows from the requirement
 * @param but what happened instead
 * @param witness the rows of the history that still show it alone, in the order of their begin
 * @param faults the indices of the faults of the history that belong to it
 * @param marginNanos the largest error of the stamps, either way, under which it would still hold;
 *     {@link Long#MAX_VALUE} when no stamp matters
 */
public record Violation(
    Observation observation,
    String let,
    String then,
    String but,
    List<Integer> witness,
    List<Integer> faults,
    long marginNanos) {

  /**
   * Below this margin a violation is not certain: what clocks of one host were seen to disagree by.
   */
  public static final long CLOCK_GUARD_NANOS = 1_000;

  /** Whether the stamps could be to blame. */
  public boolean underGuard() {
    return marginNanos < CLOCK_GUARD_NANOS;
  }

  /** The whole in one sentence. */
  public String sentence() {
    return "let " + let + "; then " + then + "; but " + but;
  }
}
