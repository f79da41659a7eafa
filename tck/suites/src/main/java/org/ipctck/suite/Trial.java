package org.ipctck.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipctck.history.History;
import org.ipctck.rule.Rule;
import org.ipctck.scenario.Scenario;

/** A scenario on the bench, and what has to be seen in it before it counts. */
public final class Trial {
  private final Bench bench;
  private final Scenario scenario;
  private final List<Condition> conditions = new ArrayList<>();
  private boolean unlikeAtHome;
  private Optional<Scenario> usual = Optional.empty();

  Trial(Bench bench, Scenario scenario) {
    this.bench = bench;
    this.scenario = scenario;
  }

  /** Something without which a try has shown nothing. */
  @FunctionalInterface
  public interface Condition {
    /** What is missing in a history, in words; empty when nothing is. */
    String missing(History history);
  }

  /** Counts the try only when this was seen. */
  public Trial provided(Condition condition) {
    conditions.add(condition);
    return this;
  }

  /** Believes a violation only if the same scenario in the kit's own surroundings shows none. */
  public Trial unlikeAtHome() {
    unlikeAtHome = true;
    return this;
  }

  /** Believes a violation only if this other scenario, where all is as usual, shows none. */
  public Trial unlike(Scenario other) {
    usual = Optional.of(other);
    return this;
  }

  /**
   * The same scenario without surroundings, or another one, where a violation has to be unlike it.
   */
  Optional<Scenario> home() {
    return unlikeAtHome ? Optional.of(scenario.atHome()) : usual;
  }

  /**
   * Plays it and judges it by these rules.
   *
   * @throws NotKept when one of them is broken for certain, and the requirement is to blame
   */
  public void keeps(Rule... rules) {
    bench.judge(this, List.of(rules));
  }

  Scenario scenario() {
    return scenario;
  }

  String missing(History history) {
    return conditions.stream()
        .map(condition -> condition.missing(history))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The same demands on another scenario. */
  Trial with(Scenario other) {
    Trial copy = new Trial(bench, other);
    copy.conditions.addAll(conditions);
    copy.unlikeAtHome = unlikeAtHome;
    copy.usual = usual;
    return copy;
  }
}
