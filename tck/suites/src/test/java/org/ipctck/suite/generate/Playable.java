package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;

/** Says what keeps a scenario from being played, independently of how it was written. */
final class Playable {
  private final Scenario scenario;
  private final Terms terms;
  private final List<String> problems = new ArrayList<>();

  private Playable(Scenario scenario, Terms terms) {
    this.scenario = scenario;
    this.terms = terms;
  }

  /** What is wrong with it, in words. */
  static List<String> problems(Scenario scenario, Terms terms) {
    Playable check = new Playable(scenario, terms);
    check.unique();
    check.order();
    scenario.steps().forEach(check::step);
    scenario.faults().forEach(check::fault);
    check.cast();
    return check.problems;
  }

  private void expect(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }

  private void unique() {
    Set<Object> seen = new HashSet<>();
    scenario.channels().forEach(c -> expect(seen.add("channel " + c.name()), "twice: " + c));
    scenario.channels().forEach(c -> expect(seen.add("number " + c.number()), "twice: " + c));
    scenario.ends().forEach(e -> expect(seen.add("end " + e.name()), "twice: " + e));
    scenario
        .ends()
        .forEach(e -> expect(seen.add(e.channel() + e.side() + e.number()), "number twice: " + e));
    scenario.steps().forEach(s -> expect(seen.add("step " + s.id()), "twice: " + s));
    scenario.faults().forEach(f -> expect(seen.add("fault " + f.name()), "twice: " + f));
  }

  /** Plays the gates: whatever waits for what never comes is a problem. */
  private void order() {
    Set<String> over = new HashSet<>();
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Step step : scenario.steps()) {
        if (!over.contains(step.id()) && mayGo(step, over)) {
          moved = over.add(step.id());
        }
      }
    }
    scenario.steps().forEach(s -> expect(over.contains(s.id()), "never starts: " + s));
  }

  private boolean mayGo(Step step, Set<String> over) {
    for (Step before : scenario.steps()) {
      if (before == step) {
        break;
      }
      boolean aside =
          step.action() instanceof Action.CloseAside || step.action() instanceof Action.Interrupt;
      boolean own = before.end().equals(step.end());
      if (own && !over.contains(before.id()) && !aside) {
        return false;
      }
    }
    return switch (step.gate()) {
      case Gate.Open any -> true;
      case Gate.AfterFault after -> true;
      case Gate.Struck struck -> true;
      case Gate.AfterMove after -> true;
      case Gate.After after -> over.containsAll(after.steps()) || mayOverlap(after, step, over);
    };
  }

  /** A step that waits for others to begin does not wait for their end. */
  private boolean mayOverlap(Gate.After after, Step step, Set<String> over) {
    return after.moment() != Gate.Moment.DONE
        && after.steps().stream().noneMatch(id -> id.equals(step.id()))
        && over.size() > 0;
  }

  private void step(Step step) {
    End end = scenario.end(step.end());
    switch (step.action()) {
      case Action.Send send -> {
        expect(end.side() == End.Side.SENDER, "only senders send: " + step);
        int most = Math.min(scenario.channel(end.channel()).maxBytes(), terms.largest());
        send.sizes().forEach(size -> expect(size >= terms.smallest(), "too small: " + size));
        boolean meant = step.id().contains("large");
        send.sizes().forEach(size -> expect(meant || size <= most, "too large: " + size));
        expect(shortsAreAlone(end, send), "too short for an id: " + step);
      }
      case Action.Receive receive ->
          expect(end.side() == End.Side.RECEIVER, "only receivers receive: " + step);
      default -> {}
    }
  }

  private boolean shortsAreAlone(End end, Action.Send send) {
    long ends = scenario.ends().stream().filter(e -> e.channel().equals(end.channel())).count();
    return ends == 2 || send.sizes().stream().allMatch(size -> size >= Sizes.SHORTEST_WITH_ID);
  }

  private void fault(Fault fault) {
    boolean task = fault.kind() == Fault.Kind.ABANDON;
    expect(
        scenario.ends().stream()
            .anyMatch(end -> fault.target().equals(task ? end.name() : end.process())),
        "nobody is struck: " + fault);
    expect(task == terms.inOneRuntime(), "not how one dies here: " + fault);
    if (fault.trigger() instanceof Trigger.Operation operation) {
      Action action =
          scenario.steps().stream()
              .filter(step -> step.id().equals(operation.step()))
              .findFirst()
              .orElseThrow()
              .action();
      int most = action instanceof Action.Send send ? send.sizes().size() : Integer.MAX_VALUE;
      expect(operation.n() >= 1 && operation.n() <= most, "never comes: " + fault);
    }
    for (Trigger.Point point : Trigger.points(fault.trigger())) {
      expect(terms.points().contains(point.point()), "no such point: " + fault);
    }
  }

  private void cast() {
    long processes = scenario.processes().size();
    expect(!terms.inOneRuntime() || processes == 1, "one runtime is one process");
    expect(
        terms.inOneRuntime() || terms.manyThreads() || processes == scenario.ends().size(),
        "a peer of one thread plays one end");
  }
}
