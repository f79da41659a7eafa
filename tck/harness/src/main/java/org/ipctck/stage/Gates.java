package org.ipctck.stage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ipctck.scenario.Gate;

/** Tells which gates are open. */
final class Gates {
  /** A wait that lasted this long is a wait; less may be a busy processor. */
  private static final long BLOCKED_NANOS = 30_000_000;

  /** A transport may wait by spinning; a thread that is at work for so long does. */
  private static final long SPINNING_NANOS = 200_000_000;

  private final Map<String, StepRun> steps;
  private final HostWatch host;
  private final Moves moves;
  private final Set<String> missed = new LinkedHashSet<>();

  Gates(Map<String, StepRun> steps, HostWatch host, Moves moves) {
    this.steps = steps;
    this.host = host;
    this.moves = moves;
  }

  /** What was to overlap and did not, in words. */
  Set<String> missed() {
    return missed;
  }

  /** Makes the moves of the kit that are due. */
  void move(Striker striker) {
    moves.look(this, striker);
  }

  /** Whether a move waits for something that nothing rings for. */
  boolean moveNeedsLooking() {
    return moves.needsLooking();
  }

  /** Notes something else that could not be played as meant. */
  void miss(String what) {
    missed.add(what);
  }

  /** Whether a gate is open. */
  boolean open(Gate gate, Striker striker) {
    return switch (gate) {
      case Gate.Open any -> true;
      case Gate.AfterFault after -> striker.over(after.fault());
      case Gate.Struck struck -> striker.landed(struck.fault());
      case Gate.AfterMove after -> moves.over(after.move());
      case Gate.After after -> all(after.steps(), after.moment());
    };
  }

  /** Whether a gate has to be looked at again although nothing rings. */
  static boolean needsLooking(Gate gate) {
    return gate instanceof Gate.Struck
        || gate instanceof Gate.After after && after.moment() != Gate.Moment.DONE;
  }

  private boolean all(List<String> ids, Gate.Moment moment) {
    for (String id : ids) {
      if (!come(Objects.requireNonNull(steps.get(id), id), moment)) {
        return false;
      }
    }
    return true;
  }

  private boolean come(StepRun run, Gate.Moment moment) {
    return switch (moment) {
      case BEGUN -> run.over() || run.begun() > 0;
      case DONE -> run.over();
      case BLOCKED -> blocked(run);
    };
  }

  private boolean blocked(StepRun run) {
    if (!run.blockedHow().isEmpty()) {
      return true;
    }
    if (run.over()) {
      // A process that died counts as done; a step that came back was never seen to wait.
      if (run.answered()) {
        missed.add("step " + run.step.id() + " was over before it was seen to wait");
      }
      return true;
    }
    long since = run.openSince();
    long now = System.nanoTime();
    if (since == 0 || now - since < BLOCKED_NANOS) {
      return false;
    }
    long stalled = host.lostSince(since);
    if (now - since - stalled < BLOCKED_NANOS) {
      return false;
    }
    char state = state(run);
    if (state == 'R' && now - since < SPINNING_NANOS) {
      // It has the processor, or waits for it: it may be at work still.
      return false;
    }
    String seen = state == ' ' ? "" : ", thread in state " + state;
    run.seenBlocked("not returned for " + (now - since) / 1_000_000 + " ms" + seen);
    return true;
  }

  /** The state of the thread of an end where the peer names its threads so; a blank elsewhere. */
  private static char state(StepRun run) {
    String name = "end " + run.end.wire;
    for (Proc.Task task : Proc.tasks(run.end.peer.pid())) {
      if (task.name().equals(name)) {
        return task.state();
      }
    }
    return ' ';
  }
}
