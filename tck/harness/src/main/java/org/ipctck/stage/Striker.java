package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.history.FaultRecord;
import org.ipctck.scenario.Action;

/** Has the faults of a try strike when they should, and sees to it that they are healed. */
final class Striker {
  private final Map<String, FaultRun> faults = new LinkedHashMap<>();
  private final Map<String, StepRun> steps;
  private final Map<String, EndRun> ends;
  private final Blows blows;
  private final Bell bell;
  private volatile boolean scriptOver;
  private long lastOpened;

  Striker(
      List<Fault> plan,
      Map<String, StepRun> steps,
      Map<String, EndRun> ends,
      Blows blows,
      Bell bell) {
    plan.forEach(fault -> faults.put(fault.name(), new FaultRun(fault)));
    this.steps = steps;
    this.ends = ends;
    this.blows = blows;
    this.bell = bell;
  }

  /** Arms the points, before the first command of any end. */
  void arm() {
    for (FaultRun run : faults.values()) {
      for (Trigger.Point point : Trigger.points(run.fault.trigger())) {
        EndRun end = end(point.end());
        end.peer.ask(end.command("arm").put("point", point.point()).put("n", point.n()));
      }
    }
  }

  /** A peer says that an end of it stands at a point. */
  void reached(JsonNode line) {
    for (FaultRun run : faults.values()) {
      for (Trigger.Point point : Trigger.points(run.fault.trigger())) {
        if (point.point().equals(line.path("reached").asText())
            && end(point.end()).wire.equals(line.path("end").asText())
            && !run.begun()) {
          if (run.standsAt(point)) {
            strike(run);
          }
          return;
        }
      }
    }
  }

  /** Strikes whatever is due. */
  void look(Gates gates) {
    for (FaultRun run : faults.values()) {
      if (!run.begun() && due(run, gates)) {
        strike(run);
      }
    }
  }

  private boolean due(FaultRun run, Gates gates) {
    return switch (run.fault.trigger()) {
      // These are not looked for: they tell of themselves.
      case Trigger.Operation any -> false;
      case Trigger.Point any -> false;
      case Trigger.Points any -> false;
      case Trigger.Time time -> opened() && System.nanoTime() - lastOpened >= time.micros() * 1000L;
      case Trigger.Reached reached -> gates.open(reached.gate(), this);
    };
  }

  private boolean opened() {
    if (lastOpened == 0
        && steps.values().stream()
            .filter(run -> run.step.action() instanceof Action.Open)
            .allMatch(StepRun::over)) {
      lastOpened = System.nanoTime();
    }
    return lastOpened != 0;
  }

  /** A step is about to be sent: its operations take microseconds, so somebody lies in wait. */
  void about(StepRun step) {
    for (FaultRun run : faults.values()) {
      if (run.fault.trigger() instanceof Trigger.Operation operation
          && operation.step().equals(step.step.id())
          && run.claim()) {
        Thread.ofPlatform().daemon().name("striker").start(() -> lieInWait(run, step, operation));
      }
    }
  }

  private void lieInWait(FaultRun run, StepRun step, Trigger.Operation operation) {
    Posix.wakeOnTime();
    while (missed(step, operation)) {
      if (step.over() && missed(step, operation) || scriptOver) {
        run.failed("step " + operation.step() + " never came to operation " + operation.n());
        bell.ring();
        return;
      }
      LockSupport.parkNanos(10_000);
    }
    run.begins();
    blow(run);
  }

  /** Looks once more: what was told before the step was over may have come in between. */
  private static boolean missed(StepRun step, Trigger.Operation operation) {
    return (operation.returned() ? step.returned() : step.begun()) < operation.n();
  }

  private void strike(FaultRun run) {
    if (run.claim()) {
      Thread.ofPlatform().daemon().name("striker").start(() -> blow(run));
    }
  }

  private void blow(FaultRun run) {
    try {
      blows.deal(run);
    } catch (InterruptedException e) {
      run.failed("the kit was interrupted");
    } finally {
      bell.ring();
    }
  }

  /** Whether a fault of this name has landed and was healed, or never will. */
  boolean over(String fault) {
    return Objects.requireNonNull(faults.get(fault), fault).over();
  }

  /** Whether a fault of this name has landed, healed or not, or never will. */
  boolean landed(String fault) {
    FaultRun run = Objects.requireNonNull(faults.get(fault), fault);
    return run.over() || run.hasLanded();
  }

  /** Lets those go on that stand still for as long as the others have something to do. */
  void healWhereTheOthersAreDone() {
    for (FaultRun run : faults.values()) {
      if (run.fault.healMs() < 0 && run.holding() && othersDone(run.fault.target())) {
        run.healNow();
      }
    }
  }

  private boolean othersDone(String process) {
    return steps.values().stream()
        .filter(step -> !step.end.plan.process().equals(process))
        .allMatch(StepRun::over);
  }

  /** Whether something is still to come that nobody in the script has to do anything for. */
  boolean pending() {
    return faults.values().stream().anyMatch(this::pending);
  }

  /** Whether no fault is under way, and no clock will trigger one. */
  boolean atRest() {
    return faults.values().stream().allMatch(run -> run.over() || !run.begun() && !timed(run));
  }

  /** Whether each fault has landed and was healed, or never will. */
  boolean allOver() {
    return faults.values().stream().allMatch(FaultRun::over);
  }

  private boolean timed(FaultRun run) {
    return run.fault.trigger() instanceof Trigger.Time && opened();
  }

  private boolean pending(FaultRun run) {
    return !run.over() && (run.holding() || timed(run) && !run.begun());
  }

  /** Nanoseconds until the next fault that a clock triggers. */
  long untilNext() {
    long next = Long.MAX_VALUE;
    for (FaultRun run : faults.values()) {
      if (!run.begun() && run.fault.trigger() instanceof Trigger.Time time && opened()) {
        next = Math.min(next, lastOpened + time.micros() * 1000L - System.nanoTime());
      }
    }
    return Math.max(next, 0);
  }

  /** Whether a trigger has to be looked at although nothing rings. */
  boolean needsLooking() {
    return faults.values().stream()
        .anyMatch(
            run ->
                !run.begun()
                    && run.fault.trigger() instanceof Trigger.Reached reached
                    && Gates.needsLooking(reached.gate()));
  }

  /** The script is over: heals what is not healed, and gives up what did not strike. */
  void finish() throws InterruptedException {
    scriptOver = true;
    faults.values().forEach(FaultRun::healNow);
    for (FaultRun run : faults.values()) {
      run.awaitOver(10_000_000_000L);
      run.failed("the scenario was over before it could strike");
    }
  }

  /** What became of each fault. */
  List<FaultRecord> records() {
    List<FaultRecord> records = new ArrayList<>();
    faults.values().forEach(run -> records.add(run.record()));
    return records;
  }

  private EndRun end(String name) {
    return Objects.requireNonNull(ends.get(name), name);
  }
}
