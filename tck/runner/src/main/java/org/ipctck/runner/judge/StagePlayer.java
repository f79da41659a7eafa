package org.ipctck.runner.judge;

import java.util.List;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.stage.Stage;
import org.ipctck.suite.Player;

/**
 * Plays what the suites ask for on a stage.
 *
 * @param stage where
 */
public record StagePlayer(Stage stage) implements Player {

  @Override
  public Profile profile() {
    return stage.profile();
  }

  @Override
  public List<String> points() {
    return stage.hello().points();
  }

  @Override
  public boolean manyThreads() {
    return stage.hello().manyThreads();
  }

  @Override
  public Played play(Scenario scenario) throws Exception {
    org.ipctck.stage.Played played = stage.play(scenario);
    return new Played(
        played.history(),
        played.decisive(),
        played.reason(),
        played.evidence(),
        played.landed(),
        played.slow());
  }
}
