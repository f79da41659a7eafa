package org.ipctck.suite;

/** How much evidence a run gathers. */
public enum Depth {
  QUICK(1),
  STANDARD(5),
  THOROUGH(50);

  private final int factor;

  Depth(int factor) {
    this.factor = factor;
  }

  /** The least evidence on which a check passes at this depth. */
  public Floor floor() {
    return new Floor(20 * factor, 1_000 * factor, 5 * factor, 1.0);
  }

  /** How long a failure may be made smaller, in seconds. */
  public int shrinkSeconds() {
    return this == QUICK ? 6 : 30;
  }
}
