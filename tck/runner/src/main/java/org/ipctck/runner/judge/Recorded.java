package org.ipctck.runner.judge;

import java.util.List;
import java.util.Optional;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.suite.CheckInfo;
import org.ipctck.suite.CheckResult;
import org.ipctck.suite.Depth;
import org.ipctck.suite.Judgement;
import org.ipctck.suite.Listener;
import org.ipctck.suite.Plan;
import org.ipctck.suite.Player;

/** Plays one recorded scenario once, whatever its check draws, so that the check judges that. */
public final class Recorded implements Player {
  private final Player stage;
  private final Scenario scenario;
  private Optional<Played> played = Optional.empty();

  private Recorded(Player stage, Scenario scenario) {
    this.stage = stage;
    this.scenario = scenario;
  }

  /** Plays it once, and says what the check made of it. */
  public static CheckResult judge(Player stage, Scenario scenario, CheckInfo check, long seed) {
    Recorded once = new Recorded(stage, scenario);
    Plan plan =
        Plan.of(Depth.QUICK, seed).only(check::equals).selfTest(each -> 0.001).until(once::decided);
    return Judgement.judge(once, plan, new Listener() {}).getFirst();
  }

  @Override
  public Profile profile() {
    return stage.profile();
  }

  @Override
  public List<String> points() {
    return stage.points();
  }

  @Override
  public boolean manyThreads() {
    return stage.manyThreads();
  }

  @Override
  public Played play(Scenario drawn) throws Exception {
    if (decided()) {
      // The check has failed and looks for something smaller, which is not wanted here.
      throw new IllegalStateException("it was played already");
    }
    if (played.isEmpty()) {
      played = Optional.of(stage.play(scenario));
    }
    return played.get();
  }

  private boolean decided() {
    return played.filter(Played::decisive).isPresent();
  }
}
