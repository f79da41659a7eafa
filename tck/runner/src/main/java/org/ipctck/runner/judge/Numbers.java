package org.ipctck.runner.judge;

import java.util.HashMap;
import java.util.Map;

/** Numbers the replays of a run, for each requirement from 1: {@code ORD-1-1}, {@code ORD-1-2}. */
public final class Numbers {
  private final Map<String, Integer> given = new HashMap<>();

  /** The next name for a requirement. */
  public String next(String requirement) {
    return requirement + "-" + given.merge(requirement, 1, Integer::sum);
  }
}
