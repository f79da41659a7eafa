package org.ipctck.suite;

import org.ipctck.fault.Fault;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Step;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.ipctck.suite.Trial.Condition;

/** What has to be seen of processes that stood still before a try has shown anything. */
public final class SeenPaused {
  private SeenPaused() {}

  /** One stood still for less than the declared bound, and one for more. */
  public static Condition lessAndMoreThanTheBound() {
    return history -> {
      long bound = Long.parseLong(history.profile().get(Promise.BOUND)) * 1_000_000;
      boolean less = history.faults().stream().anyMatch(fault -> lasted(fault, 0, bound));
      boolean more =
          history.faults().stream().anyMatch(fault -> lasted(fault, bound, Long.MAX_VALUE));
      return less && more ? "" : "nobody stood still for less than the bound, or nobody for more";
    };
  }

  /** Somebody was told of the death of one who only stood still, before that one went on. */
  public static Condition declaredDeadWhileItStood() {
    return history ->
        history
                .operations()
                .rows()
                .anyMatch(row -> row.reason() == Reason.PEER_GONE && early(history, row))
            ? ""
            : "nobody was declared dead before he went on";
  }

  private static boolean early(History history, Operation row) {
    return history.faults().stream()
        .anyMatch(
            fault ->
                fault.landed()
                    && fault.fault().kind() == Fault.Kind.SIGSTOP
                    && row.finish() > fault.begun()
                    && row.finish() < fault.healed());
  }

  private static boolean lasted(FaultRecord fault, long from, long to) {
    long lasted = fault.healed() - fault.begun();
    return fault.landed()
        && fault.fault().kind() == Fault.Kind.SIGSTOP
        && lasted >= from
        && lasted < to;
  }

  /** Whoever waited in a step of this word got a message, or was told that the other is dead. */
  public static Condition heardOrTold(String word) {
    return history ->
        history.scenario().steps().stream()
            .filter(step -> step.id().endsWith("." + word))
            .filter(step -> history.operations().rows().noneMatch(row -> tells(history, row, step)))
            .findFirst()
            .map(step -> step.end() + " neither received anything nor was told of a death")
            .orElse("");
  }

  private static boolean tells(History history, Operation row, Step step) {
    int place = history.steps()[row.index()];
    return place >= 0
        && history.scenario().steps().get(place).equals(step)
        && (row.outcome() == Outcome.MESSAGE || row.reason() == Reason.PEER_GONE);
  }
}
