package org.ipctck.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;

/** Plays one round of a script: sends each step when its time has come, until all are over. */
final class Player {
  /** How often a gate is looked at that nothing rings for. */
  private static final long LOOK_NANOS = 2_000_000;

  private static final long REST_NANOS = 50_000_000;

  /** What a transport does beside its calls, such as a flush, may still trigger a fault. */
  private static final long AFTERWARDS_NANOS = 250_000_000;

  private final Map<String, StepRun> steps;
  private final Map<String, ObjectNode> channels;
  private final boolean ahead;
  private final Gates gates;
  private final Striker striker;
  private final Watchdog watchdog;
  private final Counts counts;
  private final Bell bell;

  /** Since when nobody has had anything to do; 0 when somebody has. */
  private long idleSince;

  Player(
      Map<String, StepRun> steps,
      Map<String, ObjectNode> channels,
      boolean ahead,
      Gates gates,
      Striker striker,
      Watchdog watchdog,
      Counts counts,
      Bell bell) {
    this.steps = steps;
    this.channels = channels;
    this.ahead = ahead;
    this.gates = gates;
    this.striker = striker;
    this.watchdog = watchdog;
    this.counts = counts;
    this.bell = bell;
  }

  /** Plays until every step is over; why it was cut, if it was. */
  Optional<String> play() throws InterruptedException {
    while (true) {
      striker.look(gates);
      gates.move(striker);
      while (sendWhatMayGo()) {
        // A step that is left out lets the next one go.
      }
      if (steps.values().stream().allMatch(StepRun::over)) {
        gates.move(striker);
        return Optional.empty();
      }
      if (nothingWillCome()) {
        leaveOut();
        return Optional.empty();
      }
      striker.healWhereTheOthersAreDone();
      Optional<String> cut = watchdog.cut(active(), striker.pending());
      if (cut.isPresent()) {
        return cut;
      }
      bell.await(rest());
    }
  }

  /** Whether what is left waits for something that nobody will do any more. */
  private boolean nothingWillCome() {
    boolean idle =
        steps.values().stream().allMatch(run -> !run.sent() || run.over()) && striker.atRest();
    if (!idle) {
      idleSince = 0;
    } else if (idleSince == 0) {
      idleSince = System.nanoTime();
    }
    return idle && System.nanoTime() - idleSince > AFTERWARDS_NANOS;
  }

  /** A fault that does not land says so itself. */
  private void leaveOut() {
    if (striker.allOver()) {
      steps.values().stream()
          .filter(run -> !run.over())
          .forEach(run -> gates.miss("step " + run.step.id() + " never had its time"));
    }
  }

  private long rest() {
    boolean look = striker.needsLooking() || gates.moveNeedsLooking();
    for (StepRun run : steps.values()) {
      look |= !run.sent() && Gates.needsLooking(run.step.gate());
    }
    return Math.min(striker.untilNext(), look ? LOOK_NANOS : REST_NANOS);
  }

  private Collection<StepRun> active() {
    List<StepRun> active = new ArrayList<>();
    for (StepRun run : steps.values()) {
      boolean first = run.end.before(run).stream().allMatch(e -> e.over() || e.aside());
      if (run.sent() && !run.over() && (first || run.aside())) {
        active.add(run);
      }
    }
    return active;
  }

  private boolean sendWhatMayGo() throws InterruptedException {
    boolean left = false;
    for (StepRun run : steps.values()) {
      if (!run.sent() && mayGo(run)) {
        if (!run.opens() && run.end.shutBefore(run)) {
          run.skip();
          left = true;
        } else if (!ahead && needsThreads(run)) {
          run.skip();
          left = true;
          gates.miss("step " + run.step.id() + " needs a peer with a thread for each end");
        } else {
          counts.before(run);
          striker.about(run);
          run.send(channels.getOrDefault(run.end.plan.channel(), Peer.command("")));
        }
      }
    }
    return left;
  }

  private static boolean needsThreads(StepRun run) {
    return run.aside()
        || run.step.action() instanceof Action.Abandon
        || run.step.action() instanceof Action.Share;
  }

  private boolean mayGo(StepRun run) {
    boolean freely = run.step.gate() instanceof Gate.Open;
    if (!run.gateOpen() && !freely && !gates.open(run.step.gate(), striker)) {
      return false;
    }
    run.openGate();
    List<StepRun> before = run.end.before(run);
    if (run.aside()) {
      // An open that waits can be interrupted, and there is nothing yet to close.
      boolean interrupts = run.step.action() instanceof Action.Interrupt;
      return before.stream().allMatch(StepRun::sent) && (interrupts || opensOver(before));
    }
    if (ahead && freely && !counts.asks(run)) {
      return before.stream().allMatch(e -> e.sent() && (!e.aside() || e.over()))
          && opensOver(before);
    }
    return before.stream().allMatch(StepRun::over);
  }

  private static boolean opensOver(List<StepRun> before) {
    return before.stream().allMatch(e -> !e.opens() || e.over());
  }

  /** The steps of a round by their ids. */
  static Map<String, StepRun> round(List<EndRun> ends, Scenario scenario) {
    Map<String, EndRun> byName = new LinkedHashMap<>();
    for (EndRun end : ends) {
      end.steps.clear();
      byName.put(end.plan.name(), end);
    }
    Map<String, StepRun> steps = new LinkedHashMap<>();
    for (int i = 0; i < scenario.steps().size(); i++) {
      Step step = scenario.steps().get(i);
      EndRun end = Objects.requireNonNull(byName.get(step.end()), step.end());
      StepRun run = new StepRun(i, step, end, lender(step, byName));
      end.steps.add(run);
      steps.put(step.id(), run);
    }
    return steps;
  }

  private static String lender(Step step, Map<String, EndRun> byName) {
    return step.action() instanceof Action.Share share
        ? Objects.requireNonNull(byName.get(share.with()), share.with()).wire
        : "";
  }
}
