package org.ipctck.suite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipctck.history.History;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;

/** Plays scenarios on one subject: the stage, or a canned history in the tests of the bench. */
public interface Player {
  /** What the subject promises. */
  Profile profile();

  /** The points at which its ends can be stopped. */
  List<String> points();

  /** Whether an end can be reached while an operation of it is open. */
  boolean manyThreads();

  /** Why a means that a check asks for is missing on this machine; empty when it is not. */
  default Optional<String> lacking(String means) {
    return Optional.empty();
  }

  /** Plays a scenario; whatever it throws is the kit's fault or the adapter's. */
  Played play(Scenario scenario) throws Exception;

  /**
   * What came of it.
   *
   * @param history what happened
   * @param decisive whether it was played as meant
   * @param reason why it was not; empty when it was
   * @param evidence what was captured beside the history, in words
   * @param landed how many faults landed, by kind
   * @param slow what took so long that it was not waited for; empty when nothing did
   */
  record Played(
      History history,
      boolean decisive,
      String reason,
      List<String> evidence,
      Map<String, Integer> landed,
      String slow) {}
}
