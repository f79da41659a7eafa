package org.ipctck.rule;

import java.util.List;

/**
 * What a rule found.
 *
 * @param violations what no correct transport could have done, the surest first
 * @param undecided why the rule could not speak; empty when it could
 */
public record Finding(List<Violation> violations, String undecided) {

  /** Nothing against it. */
  public static Finding kept() {
    return new Finding(List.of(), "");
  }

  /** Broken, for certain. */
  public static Finding broken(List<Violation> violations) {
    return new Finding(List.copyOf(violations), "");
  }

  /** Nothing is certain. */
  public static Finding undecided(String reason) {
    return new Finding(List.of(), reason);
  }
}
