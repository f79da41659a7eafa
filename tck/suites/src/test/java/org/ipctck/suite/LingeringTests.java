package org.ipctck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.ipctck.requirement.Verdict;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.canned.CannedPlayer;
import org.ipctck.suite.lingering.LingeringChecks;
import org.junit.jupiter.api.Test;

/**
 * jqwik goes on shrinking beside the next check when its time is over, and would play there: a
 * self-test, which wants no failure made smaller, must not let it begin.
 */
class LingeringTests {
  private static final Plan QUICK = Plan.of(Depth.QUICK, 42);

  /** Notes what is played while which check is judged, and takes its time. */
  private static final class Noting implements Player {
    private final CannedPlayer canned = new CannedPlayer(1, UnaryOperator.identity());
    private final List<String> strangers = Collections.synchronizedList(new ArrayList<>());
    private volatile String judged = "";

    @Override
    public org.ipctck.spi.Profile profile() {
      return canned.profile();
    }

    @Override
    public List<String> points() {
      return List.of();
    }

    @Override
    public boolean manyThreads() {
      return false;
    }

    @Override
    public Played play(Scenario scenario) {
      Action.Send send = (Action.Send) scenario.steps().get(0).action();
      if (judged.equals("INT-1") && send.sizes().size() >= LingeringChecks.MANY) {
        strangers.add(Thread.currentThread().getName());
      }
      LockSupport.parkNanos(judged.equals("INT-1") ? 100_000_000 : 5_000_000);
      return canned.play(scenario);
    }
  }

  private static List<CheckResult> judge(Noting player, Plan plan) {
    LingeringChecks.DRAWN.set(0);
    Listener listener =
        new Listener() {
          @Override
          public void started(CheckInfo check) {
            player.judged = check.requirement();
          }
        };
    return Judgement.judge(player, plan, listener, "org.ipctck.suite.lingering");
  }

  @Test
  void aBriefJudgementShrinksNothingAndNothingLingers() {
    Noting player = new Noting();
    List<CheckResult> results = judge(player, QUICK.selfTest(check -> 1.0));
    assertEquals(Verdict.FAILED, results.get(0).verdict());
    assertEquals(Verdict.PASSED, results.get(1).verdict(), results.get(1).reason());
    assertEquals(List.of(), player.strangers);
    assertTrue(LingeringChecks.DRAWN.get() <= 2, () -> LingeringChecks.DRAWN + " were drawn");
  }
}
