package org.ipctck.rule;

import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;

/** What a death can cut off. */
final class Deaths {
  private Deaths() {}

  /** Whether a send ended without anybody knowing what became of its message. */
  static boolean cut(Operations operations, int row) {
    Outcome outcome = operations.outcome(row);
    return outcome == Outcome.PENDING
        || outcome == Outcome.UNKNOWN
        || outcome == Outcome.INTERRUPTED
        || outcome == Outcome.UNTYPED;
  }
}
