package org.ipctck.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ipctck.requirement.Verdict;

/** Judges a subject by every check that was selected, one after another. */
public final class Judgement {
  /** Where the suites live, one package a family. */
  private static final String SUITES = "org.ipctck.suite";

  /** The checks of each package; to find them takes longer than to play some. */
  private static final Map<String, List<CheckInfo>> KNOWN = new ConcurrentHashMap<>();

  private final Player player;
  private final Plan plan;
  private final Listener listener;
  private final Platform platform;
  private final Slowness slowness = new Slowness();

  private Judgement(Player player, Plan plan, Listener listener, Platform platform) {
    this.player = player;
    this.plan = plan;
    this.listener = listener;
    this.platform = platform;
  }

  /** Every check that this kit has, in the order of the requirements. */
  public static List<CheckInfo> checks() {
    return checksIn(SUITES);
  }

  static List<CheckInfo> checksIn(String packageName) {
    return KNOWN.computeIfAbsent(packageName, Judgement::discovered);
  }

  private static List<CheckInfo> discovered(String packageName) {
    try (Platform platform = new Platform()) {
      return platform.checks(packageName);
    }
  }

  /**
   * Judges a subject. The results of all selected checks come back, also when it is cut short. Only
   * one judgement can be under way in a process.
   */
  public static List<CheckResult> judge(Player player, Plan plan, Listener listener) {
    return judge(player, plan, listener, SUITES);
  }

  static List<CheckResult> judge(Player player, Plan plan, Listener listener, String packageName) {
    try (Platform platform = new Platform()) {
      List<CheckInfo> chosen = checksIn(packageName).stream().filter(plan.selection()).toList();
      return new Judgement(player, plan, listener, platform).all(chosen);
    }
  }

  private List<CheckResult> all(List<CheckInfo> chosen) {
    listener.planned(chosen.size());
    Clock clock = new Clock(plan.budget(), plan.cancelled());
    List<CheckResult> results = new ArrayList<>();
    for (CheckInfo check : chosen) {
      listener.started(check);
      CheckResult result =
          Applicability.unplayed(check, player)
              .or(() -> tooShallow(check))
              .or(() -> tooLate(check, clock))
              .orElseGet(() -> one(check, clock));
      results.add(result);
      listener.finished(result);
    }
    return List.copyOf(results);
  }

  private Optional<CheckResult> tooShallow(CheckInfo check) {
    return plan.depth().compareTo(check.depth()) >= 0
        ? Optional.empty()
        : Optional.of(CheckResult.unplayed(check, Verdict.NOT_APPLICABLE, "depth"));
  }

  private Optional<CheckResult> tooLate(CheckInfo check, Clock clock) {
    return clock
        .over()
        .or(() -> Optional.of(slowness.over()).filter(words -> !words.isEmpty()))
        .map(
            reason ->
                CheckResult.unplayed(check, Verdict.INCONCLUSIVE, "nothing was played; " + reason));
  }

  private CheckResult one(CheckInfo check, Clock clock) {
    long begun = System.nanoTime();
    Floor floor = plan.depth().floor().share(plan.share().applyAsDouble(check));
    int shrinkSeconds = plan.brief() ? 0 : plan.depth().shrinkSeconds();
    Shrinking shrinking = new Shrinking(plan.brief(), shrinkSeconds);
    Bench bench = new Bench(check, player, floor, clock, shrinking, slowness);
    Run.begin(new Run(player, bench, check, floor, shrinkSeconds, plan.seed()));
    try {
      platform.execute(check, shrinkSeconds).ifPresent(bench::broke);
    } finally {
      Run.end();
    }
    return bench.conclude(() -> (System.nanoTime() - begun) / 1_000_000);
  }
}
