package org.ipctck.spi;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the sketches of adapters share. */
final class Sketches {
  private Sketches() {}

  /** A body that a sketch leaves out: only the signatures are the test. */
  static UnsupportedOperationException sketched() {
    return new UnsupportedOperationException("a sketch has no body");
  }

  /** Requires a value for each promise, and each out of the vocabulary. */
  static void requireWholeProfile(Profile profile) {
    for (Promise promise : Promise.values()) {
      String value = profile.get(promise);
      boolean open = promise.vocabulary().stream().anyMatch(word -> word.matches("[A-Z.]+"));
      boolean spoken =
          open ? value.matches("[0-9]+(\\.\\.[0-9]+)?") : promise.vocabulary().contains(value);
      assertTrue(spoken, promise.key() + "=" + value);
    }
  }
}
