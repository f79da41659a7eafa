package org.ipctck.rule;

import java.util.Optional;
import org.ipctck.fault.Fault;
import org.ipctck.history.History;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Step;

/** What the script asked of the operations of a history, and whom it struck. */
final class Asked {
  private static final int NONE = -2;

  private final History history;

  Asked(History history) {
    this.history = history;
  }

  /** The step of an operation; empty for what the stage did by itself. */
  Optional<Step> step(int row) {
    int step = history.steps()[row];
    return step < 0 ? Optional.empty() : Optional.of(history.scenario().steps().get(step));
  }

  /** Whether an operation was only to try. */
  boolean tries(int row) {
    return timeoutMs(row) == 0;
  }

  /** The time-out of an operation in nanoseconds; 0 when it has none, tries, or waits for ever. */
  long timeoutNanos(int row) {
    return Math.max(0, timeoutMs(row)) * 1_000_000L;
  }

  private int timeoutMs(int row) {
    return step(row)
        .map(
            step ->
                switch (step.action()) {
                  case Action.Open open -> open.timeoutMs();
                  case Action.Send send -> send.timeoutMs();
                  case Action.Receive receive -> receive.timeoutMs();
                  default -> NONE;
                })
        .orElse(NONE);
  }

  /** Whether a fault was meant for an end or for its process, so that its clock tells nothing. */
  boolean struck(int end) {
    End plan = history.scenario().ends().get(end);
    return history.scenario().faults().stream()
        .map(Fault::target)
        .anyMatch(target -> target.equals(plan.name()) || target.equals(plan.process()));
  }
}
