package org.ipctck.scenario;

import java.util.List;

/**
 * In which surroundings a process of a scenario runs, where they are not the kit's own.
 *
 * @param process its name in the scenario
 * @param conditions what differs, in the order in which it is set up
 */
public record Surroundings(String process, List<Condition> conditions) {
  public Surroundings {
    conditions = List.copyOf(conditions);
  }
}
