package org.ipctck.runner.judge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.stage.Stage;
import org.ipctck.suite.Player;

/**
 * Plays what the suites ask for on a stage.
 *
 * @param stage where
 * @param missing why a means is missing here; empty when it is not
 */
public record StagePlayer(Stage stage, Function<String, Optional<String>> missing)
    implements Player {

  /** On a machine that offers every means. */
  public StagePlayer(Stage stage) {
    this(stage, means -> Optional.empty());
  }

  @Override
  public Optional<String> lacking(String means) {
    return missing.apply(means);
  }

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
