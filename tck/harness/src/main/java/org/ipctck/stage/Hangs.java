package org.ipctck.stage;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ipctck.scenario.Action;

/** Calls that did not come back, by kind: what has hung often enough is not waited for so long. */
final class Hangs {
  /** Once may be the host; who hung so often will hang again. */
  private static final int ENOUGH = 3;

  private final Map<String, Integer> seen = new ConcurrentHashMap<>();

  /** Notes that a call did not return in its time. */
  void note(String call) {
    seen.merge(call, 1, Integer::sum);
  }

  /** Whether it is known to hang. */
  boolean known(String call) {
    return seen.getOrDefault(call, 0) >= ENOUGH;
  }

  /** The call that an action makes. */
  static String call(Action action) {
    return switch (action) {
      case Action.CloseAside any -> "close";
      default -> action.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }
}
