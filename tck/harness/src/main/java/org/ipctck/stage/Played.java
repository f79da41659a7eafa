package org.ipctck.stage;

import java.util.List;
import java.util.Map;
import org.ipctck.history.History;

/**
 * One try.
 *
 * @param history what happened
 * @param decisive whether it was played as meant; a stall of the host is left to whoever judges
 * @param reason why it was not, empty when it was
 * @param evidence stacks, descriptors, last words and exit statuses, where something went wrong
 * @param landed how many faults of each kind landed
 * @param slow what took so long that it was not waited for, in words; empty when nothing did
 */
public record Played(
    History history,
    boolean decisive,
    String reason,
    List<String> evidence,
    Map<String, Integer> landed,
    String slow) {

  public Played {
    evidence = List.copyOf(evidence);
    landed = Map.copyOf(landed);
  }
}
