package org.ipctck.suite;

import org.ipctck.history.History;
import org.ipctck.rule.Violation;

/** A requirement that does not hold, with the history that shows it. */
public final class NotKept extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final transient Violation violation;
  private final transient History history;

  NotKept(Violation violation, History history) {
    super(violation.sentence());
    this.violation = violation;
    this.history = history;
  }

  /** What was seen. */
  public Violation violation() {
    return violation;
  }

  /** Where it was seen; its scenario is the way to see it again. */
  public History history() {
    return history;
  }
}
