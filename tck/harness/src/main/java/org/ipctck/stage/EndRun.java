package org.ipctck.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;

/** One end in one try: its peer, its name on the wire, its log and its steps. */
final class EndRun {
  final int index;
  final End plan;
  final Peer peer;
  final String wire;
  final Optional<PeerLog> log;
  final List<StepRun> steps = new ArrayList<>();

  EndRun(int index, End plan, Peer peer, String wire, Optional<PeerLog> log) {
    this.index = index;
    this.plan = plan;
    this.peer = peer;
    this.wire = wire;
    this.log = log;
  }

  /** A command for this end. */
  ObjectNode command(String what) {
    return Peer.command(what).put("end", wire);
  }

  /** The steps that stand before one. */
  List<StepRun> before(StepRun step) {
    return steps.subList(0, steps.indexOf(step));
  }

  /** Whether the last open before a step came to nothing. */
  boolean shutBefore(StepRun step) {
    return before(step).reversed().stream()
        .filter(StepRun::opens)
        .findFirst()
        .map(open -> open.over() && !open.opened())
        .orElse(true);
  }

  /** Whether something that it opened may still be open. */
  boolean leftOpen() {
    boolean open = false;
    for (StepRun run : steps) {
      switch (run.step.action()) {
        case Action.Open any -> open = run.opened();
        case Action.Close any -> open = open && !run.over();
        case Action.CloseAside any -> open = open && !run.over();
        case Action.Abandon any -> open = open && !run.over();
        default -> {}
      }
    }
    return open;
  }
}
