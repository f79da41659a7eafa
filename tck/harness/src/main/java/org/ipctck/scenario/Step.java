package org.ipctck.scenario;

/**
 * Something that one end does.
 *
 * @param id unique within the scenario
 * @param end the end that does it
 * @param action what it does
 * @param gate what must have happened before
 */
public record Step(String id, String end, Action action, Gate gate) {

  /** The name of a file whose descriptor goes with the messages of this step. */
  public String attached(int place) {
    return "attached-" + id + "-" + place;
  }
}
