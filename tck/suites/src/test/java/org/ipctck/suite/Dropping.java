package org.ipctck.suite;

import java.util.List;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/** Another player that promises to drop the oldest message. */
record Dropping(Player player) implements Player {
  @Override
  public Profile profile() {
    return player.profile().with(Promise.OVERFLOW, "drop-oldest");
  }

  @Override
  public List<String> points() {
    return player.points();
  }

  @Override
  public boolean manyThreads() {
    return player.manyThreads();
  }

  @Override
  public Played play(Scenario scenario) throws Exception {
    return player.play(scenario);
  }
}
