package org.ipctck.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.ipctck.scenario.Scenario;

/**
 * How a requirement was seen not to hold.
 *
 * @param sentence the whole in one sentence
 * @param let what is named
 * @param then what follows from the requirement
 * @param but what happened instead
 * @param margin how far the stamps would have to be wrong for it not to hold, in words
 * @param of how often the smallest scenario was played again
 * @param times how often it failed again
 * @param scenario the smallest scenario that failed
 * @param history the entries of its history that show it alone
 * @param shrunk how the scenario was made smaller, in words; empty when it was not
 * @param evidence what the stage captured, in words
 */
public record Failure(
    String sentence,
    String let,
    String then,
    String but,
    String margin,
    int of,
    int times,
    Scenario scenario,
    List<JsonNode> history,
    String shrunk,
    List<String> evidence) {

  public Failure {
    history = List.copyOf(history);
    evidence = List.copyOf(evidence);
  }

  /** What the requirement demands here. */
  public String expected() {
    return then;
  }

  /** What was seen in its place. */
  public String observed() {
    return but;
  }
}
