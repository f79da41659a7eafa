package org.ipctck.runner.selftest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ipctck.requirement.Verdict;
import org.ipctck.runner.judge.StagePlayer;
import org.ipctck.runner.subject.Candidate;
import org.ipctck.runner.subject.ClassCache;
import org.ipctck.runner.subject.Distribution;
import org.ipctck.stage.CouldNotRun;
import org.ipctck.stage.Stage;
import org.ipctck.stage.StageOptions;
import org.ipctck.stage.Subject;
import org.ipctck.suite.Check;
import org.ipctck.suite.CheckInfo;
import org.ipctck.suite.CheckResult;
import org.ipctck.suite.Depth;
import org.ipctck.suite.Judgement;
import org.ipctck.suite.Listener;
import org.ipctck.suite.Plan;
import org.ipctck.suite.Player;

/**
 * Plays one faulty transport: what it declares to break until it fails, to three times its floor
 * where scenarios are drawn, and everything else to a tenth of its floor.
 */
public final class MutantRun {
  private static final double REST = 0.1;

  /** A defect that shows now and then may be missed by one run; by three in a row it is not. */
  private static final double DRAWN = 3.0;

  private static final List<CheckInfo> CHECKS = Judgement.checks();

  private final Mutant mutant;
  private final long seed;

  /** With a seed for all random choices. */
  public MutantRun(Mutant mutant, long seed) {
    this.mutant = mutant;
    this.seed = seed;
  }

  /** A faulty transport as the stage wants it; its peers start soon, since there are thousands. */
  public static Subject subject(Mutant mutant, Distribution distribution)
      throws InterruptedException {
    Subject subject =
        Candidate.faulty(mutant.name(), mutant.runtime())
            .subject(distribution)
            .and("--class", mutant.type());
    return ClassCache.under(subject, distribution, distribution.faulty(), mutant.kin());
  }

  /** Plays it on a stage of its own, one process kept ready, since few are harmed. */
  public Kill play(Subject subject) throws InterruptedException {
    long begun = System.nanoTime();
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stage stage = Stage.open(subject, scratch, StageOptions.usual().withSpares(1))) {
      return Kill.of(mutant, play(new StagePlayer(stage)), since(begun));
    } catch (CouldNotRun problem) {
      return Kill.none(mutant, "could not run: " + problem.getMessage(), since(begun));
    }
  }

  private static long since(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }

  /** What all checks came to; tests have players without processes. */
  List<CheckResult> play(Player player) {
    List<CheckResult> results = new ArrayList<>();
    for (String id : mutant.violates()) {
      results.addAll(untilItFails(player, id));
    }
    results.addAll(judge(player, check -> !mutant.violates().contains(check.requirement()), REST));
    return List.copyOf(results);
  }

  private List<CheckResult> untilItFails(Player player, String id) {
    List<CheckResult> results = new ArrayList<>();
    for (CheckInfo check : CHECKS) {
      boolean failed = results.stream().anyMatch(each -> each.verdict() == Verdict.FAILED);
      if (check.requirement().equals(id) && !failed) {
        results.addAll(
            judge(player, check::equals, check.kind() == Check.Kind.CASES ? 1.0 : DRAWN));
      }
    }
    return results;
  }

  private List<CheckResult> judge(Player player, Predicate<CheckInfo> chosen, double share) {
    Plan plan = Plan.of(Depth.QUICK, seed).only(chosen).selfTest(check -> share);
    return Judgement.judge(player, plan, new Listener() {});
  }
}
