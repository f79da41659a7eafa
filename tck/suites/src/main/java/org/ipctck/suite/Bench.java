package org.ipctck.suite;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.ipctck.rule.Finding;
import org.ipctck.rule.Observation;
import org.ipctck.rule.Rule;
import org.ipctck.rule.Violation;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.stage.CouldNotRun;

/** Where a check plays its scenarios; it counts the evidence and remembers the failure. */
public final class Bench {
  /** After so many barren tries in a row, each played again thrice, more of them teach nothing. */
  private static final int BARREN_AT_MOST = 3;

  /** How often a try that was not decisive is played again; once where a share will do. */
  static final int AGAIN_AT_MOST = 3;

  private final CheckInfo check;
  private final Player player;
  private final Floor floor;
  private final Clock clock;
  private final Tally tally = new Tally();
  private final Shrinking shrinking;
  private final Slowness slowness;
  private final int mostSlow;
  private boolean caseBarren;

  Bench(
      CheckInfo check,
      Player player,
      Floor floor,
      Clock clock,
      Shrinking shrinking,
      Slowness slowness) {
    this.check = check;
    this.player = player;
    this.floor = floor;
    this.clock = clock;
    this.shrinking = shrinking;
    this.slowness = slowness;
    mostSlow = slowness.mostInACheck();
  }

  /** What the subject promises. */
  public Profile profile() {
    return player.profile();
  }

  /** The share of the listed cases, or of a count of cycles, that is asked for. */
  public double share() {
    return floor.cases();
  }

  /** Begins a try. */
  public Trial play(Scenario scenario) {
    return new Trial(this, scenario);
  }

  /** Plays each of the listed cases once, or the share that is asked for. */
  public <T> void each(List<T> cases, Case<T> body) {
    int asked = Math.max(1, (int) Math.ceil(cases.size() * floor.cases()));
    tally.casesListed += asked;
    for (int i = 0; i < asked && !over(); i++) {
      caseBarren = false;
      int before = tally.decisive;
      body.play(cases.get((int) ((long) i * cases.size() / asked)));
      if (!caseBarren && tally.decisive > before) {
        tally.casesDone++;
      }
    }
  }

  /** What is done with one case. */
  @FunctionalInterface
  public interface Case<T> {
    /** Plays it. */
    void play(T one);
  }

  /** Whether no further try is wanted: enough was seen, or there is no more time. */
  boolean over() {
    return tally.broken != null
        || tally.lacking != null
        || tally.cut != null
        || shrinking.begun()
        || tally.barrenInARow >= BARREN_AT_MOST
        || ranOut()
        || atFloor();
  }

  /** Whether it failed, and what is played now only makes the failure smaller. */
  boolean shrinking() {
    return shrinking.begun();
  }

  private boolean ranOut() {
    Optional<String> reason = clock.over();
    reason.ifPresent(words -> tally.cut = words);
    return reason.isPresent();
  }

  private boolean atFloor() {
    return check.kind() != Check.Kind.CASES
        && Verdicts.shortOf(check.kind(), floor, tally).isEmpty();
  }

  void judge(Trial trial, List<Rule> rules) {
    if (shrinking.begun()) {
      shrinking.candidate(this, trial, rules);
      return;
    }
    String barren = "";
    int most = floor.cases() < 1 ? 1 : AGAIN_AT_MOST;
    for (int again = 0; again <= most && !over(); again++) {
      Optional<Attempt> attempt = attempt(trial, rules);
      if (attempt.isEmpty() || counts(attempt.get(), trial, rules)) {
        return;
      }
      barren = attempt.get().barren();
      if (!attempt.get().played().slow().isEmpty()) {
        // It would be as slow again.
        break;
      }
    }
    caseBarren = true;
    tally.barren(barren);
  }

  private boolean counts(Attempt attempt, Trial trial, List<Rule> rules) {
    if (attempt.failed().isPresent()) {
      throw shrinking.begin(attempt.failed().get(), trial, rules, attempt.played());
    }
    if (attempt.barren().isEmpty()) {
      tally.decisive(attempt.played().history(), attempt.played().landed());
    }
    return attempt.barren().isEmpty();
  }

  private Optional<Attempt> attempt(Trial trial, List<Rule> rules) {
    try {
      Player.Played played = player.play(trial.scenario());
      tally.played(played.history());
      slow(played.slow());
      return Optional.of(unlikeAtHome(weigh(played, trial, rules), trial, rules));
    } catch (InterruptedException e) {
      tally.cut = "interrupted";
    } catch (CouldNotRun e) {
      note(e);
    } catch (Exception e) {
      tally.broken = e.getMessage() == null ? e.toString() : e.getMessage();
    }
    return Optional.empty();
  }

  private void note(CouldNotRun problem) {
    if (problem.lacking()) {
      tally.lacking = problem.getMessage();
    } else {
      tally.broken = problem.getMessage();
    }
  }

  /**
   * A violation that shows at home too says nothing of the surroundings, and neither does one
   * beside a home where nobody could see whether it shows.
   */
  private Attempt unlikeAtHome(Attempt attempt, Trial trial, List<Rule> rules) throws Exception {
    if (attempt.failed().isEmpty() || trial.home().isEmpty()) {
      return attempt;
    }
    Attempt home = weigh(player.play(trial.home().get()), trial, rules);
    if (home.failed().isPresent()) {
      return new Attempt(attempt.played(), "the same is broken at home", Optional.empty());
    }
    return home.barren().isEmpty()
        ? attempt
        : new Attempt(
            attempt.played(), "nothing was shown at home: " + home.barren(), Optional.empty());
  }

  private void slow(String words) {
    if (!words.isEmpty()) {
      slowness.note(words);
      tally.slow++;
      if (tally.slow >= mostSlow) {
        tally.cut = words + "; it is not waited for again and again";
      }
    }
  }

  /** Plays and weighs once, and counts nothing. */
  Optional<NotKept> again(Trial trial, List<Rule> rules) {
    try {
      return weigh(player.play(trial.scenario()), trial, rules).failed();
    } catch (InterruptedException e) {
      tally.cut = "interrupted";
      return Optional.empty();
    } catch (Exception e) {
      return Optional.empty();
    }
  }

  private Attempt weigh(Player.Played played, Trial trial, List<Rule> rules) {
    String barren = played.decisive() ? trial.missing(played.history()) : played.reason();
    for (Rule rule : rules) {
      Finding finding = rule.judge(played.history());
      for (Violation violation : finding.violations()) {
        if (!blames(violation.observation())) {
          tally.alsoSeen.add(violation.observation().requirement() + ": " + violation.sentence());
        } else if (violation.underGuard()) {
          barren = "the stamps could be to blame: margin=" + violation.marginNanos() + " ns";
        } else if (played.decisive()) {
          return new Attempt(played, "", Optional.of(new NotKept(violation, played.history())));
        }
      }
      barren = barren.isEmpty() ? finding.undecided() : barren;
    }
    return new Attempt(played, barren, Optional.empty());
  }

  private boolean blames(Observation observation) {
    String blamed = observation.requirement();
    return blamed.isEmpty() || blamed.equals(check.requirement());
  }

  /** What the check came to. */
  CheckResult conclude(LongSupplier durationMs) {
    Optional<Failure> failure =
        shrinking.begun() ? Optional.of(shrinking.conclude(this)) : Optional.empty();
    return Verdicts.of(check, floor, tally, failure, durationMs.getAsLong());
  }

  /** Says that the body itself broke. */
  void broke(Throwable thrown) {
    if (tally.broken == null && !(thrown instanceof NotKept)) {
      tally.broken = "the check itself broke: " + thrown;
    }
  }

  /** What one play of a scenario came to. */
  private record Attempt(Player.Played played, String barren, Optional<NotKept> failed) {}
}
