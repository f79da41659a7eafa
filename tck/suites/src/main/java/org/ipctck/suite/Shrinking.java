package org.ipctck.suite;

import java.util.List;
import java.util.Optional;
import org.ipctck.fault.Fault;
import org.ipctck.rule.Rule;
import org.ipctck.rule.Violation;
import org.ipctck.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Holds the first failure of a check, makes it smaller and sees how often it comes again. */
final class Shrinking {
  /** A failure is played again so often, to say how often it comes. */
  private static final int AGAIN = 10;

  private final boolean brief;
  private final long limitNanos;
  private @Nullable Found smallest;
  private long first;
  private long begunAt;
  private int candidates;

  Shrinking(boolean brief, int seconds) {
    this.brief = brief;
    this.limitNanos = seconds * 1_000_000_000L;
  }

  boolean begun() {
    return smallest != null;
  }

  NotKept begin(NotKept failed, Trial trial, List<Rule> rules, Player.Played played) {
    smallest = new Found(failed, trial, rules, played.evidence());
    first = ScenarioSize.of(trial.scenario());
    begunAt = System.nanoTime();
    return failed;
  }

  /** Plays a smaller scenario; throws when it fails in the same way. */
  void candidate(Bench bench, Trial trial, List<Rule> rules) {
    Found best = found();
    if (spent(1) || ScenarioSize.of(trial.scenario()) >= ScenarioSize.of(best.trial.scenario())) {
      return;
    }
    candidates++;
    Optional<NotKept> failed = bench.again(trial, rules).filter(best::sameAs);
    if (failed.isPresent()) {
      smallest = new Found(failed.get(), trial, rules, best.evidence);
      throw failed.get();
    }
  }

  private boolean spent(int times) {
    return System.nanoTime() - begunAt > limitNanos * times;
  }

  private Found found() {
    if (smallest == null) {
      throw new IllegalStateException("nothing failed");
    }
    return smallest;
  }

  /** Drops what is not needed for it, then plays it again and again. */
  Failure conclude(Bench bench) {
    dropFaults(bench);
    Found best = found();
    begunAt = System.nanoTime();
    int of = 0;
    int times = 0;
    while (!brief && of < AGAIN && !(of > 0 && spent(2))) {
      of++;
      times += bench.again(best.trial, best.rules).filter(best::sameAs).isPresent() ? 1 : 0;
    }
    return failure(best, of, times);
  }

  private void dropFaults(Bench bench) {
    Found best = found();
    List<Fault> faults = best.trial.scenario().faults();
    for (int i = 0; faults.size() > 1 && i < faults.size() && !brief && !spent(1); i++) {
      Optional<Scenario> without = ScenarioSize.without(best.trial.scenario(), faults.get(i));
      if (without.isPresent()) {
        Trial trial = best.trial.with(without.get());
        Optional<NotKept> failed = bench.again(trial, best.rules).filter(best::sameAs);
        if (failed.isPresent()) {
          smallest = new Found(failed.get(), trial, best.rules, best.evidence);
          return;
        }
      }
    }
  }

  private Failure failure(Found best, int of, int times) {
    Violation violation = best.failed.violation();
    long size = ScenarioSize.of(best.trial.scenario());
    String shrunk =
        size < first ? "from size " + first + " to " + size + " in " + candidates + " plays" : "";
    return new Failure(
        violation.sentence(),
        violation.let(),
        violation.then(),
        violation.but(),
        margin(violation),
        of,
        times,
        best.trial.scenario(),
        Witness.of(best.failed.history(), violation),
        shrunk,
        best.evidence);
  }

  private static String margin(Violation violation) {
    return violation.marginNanos() == Long.MAX_VALUE
        ? "no stamp matters"
        : "holds unless the stamps are wrong by " + violation.marginNanos() + " ns";
  }

  private record Found(NotKept failed, Trial trial, List<Rule> rules, List<String> evidence) {
    boolean sameAs(NotKept other) {
      return other.violation().observation() == failed.violation().observation();
    }
  }
}
