package org.ipctck.suite;

import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.suite.Trial.Condition;

/** What has to be seen after a fault, or while it lasts, before a try has shown anything. */
public final class Aftermath {
  /** Who stands still for no longer has only paused. */
  private static final int MOMENT_MS = 100;

  private Aftermath() {}

  /** A message was accepted that was sent after every fault had struck. */
  public static Condition othersGoOn() {
    return history -> {
      long struck = history.faults().stream().mapToLong(FaultRecord::done).max().orElse(0);
      return has(history, row -> accepted(row) && row.begin() > struck)
          ? ""
          : "nobody sent anything after the fault";
    };
  }

  /** A send was under way when somebody was stopped, and another was accepted while he stood. */
  public static Condition othersPass() {
    return history ->
        history.faults().stream()
                .filter(fault -> fault.landed() && fault.fault().healMs() > MOMENT_MS)
                .anyMatch(
                    fault ->
                        has(history, row -> spans(row, fault))
                            && has(history, row -> within(row, fault)))
            ? ""
            : "nobody stood still within a send, or nobody else sent meanwhile";
  }

  private static boolean accepted(Operation row) {
    return row.kind() == Kind.SEND && row.outcome() == Outcome.ACCEPTED;
  }

  private static boolean spans(Operation row, FaultRecord fault) {
    return row.kind() == Kind.SEND && row.begin() < fault.begun() && row.finish() > fault.done();
  }

  private static boolean within(Operation row, FaultRecord fault) {
    return accepted(row) && row.begin() > fault.done() && row.finish() < fault.healed();
  }

  private static boolean has(History history, java.util.function.Predicate<Operation> which) {
    return history.operations().rows().anyMatch(which);
  }
}
