package org.ipctck.runner.selftest;

import java.util.List;

/**
 * Which faulty transports were found, and how rightly.
 *
 * @param schema what this file is
 * @param mutants a faulty transport each
 * @param killed how many were found
 * @param total how many there are
 */
public record KillMatrix(String schema, List<Kill> mutants, int killed, int total) {
  private static final String SCHEMA = "ipc-tck-kill-matrix/1";

  public KillMatrix {
    mutants = List.copyOf(mutants);
  }

  /** Of these. */
  public static KillMatrix of(List<Kill> mutants) {
    int killed = (int) mutants.stream().filter(Kill::killed).count();
    return new KillMatrix(SCHEMA, mutants, killed, mutants.size());
  }

  /** How many were found and blamed for nothing else. */
  public int exact() {
    return (int) mutants.stream().filter(each -> each.killed() && each.exact()).count();
  }
}
