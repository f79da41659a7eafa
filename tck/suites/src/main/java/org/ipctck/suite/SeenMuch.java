package org.ipctck.suite;

import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.suite.Trial.Condition;

/** How much has to have passed before a try has shown anything. */
public final class SeenMuch {
  private SeenMuch() {}

  /** More than so many messages were accepted, with more than so many bytes. */
  public static Condition accepted(long messages, long bytes) {
    return history -> {
      Operations operations = history.operations();
      long count = 0;
      long volume = 0;
      for (int row = 0; row < operations.size(); row++) {
        if (operations.kind(row) == Kind.SEND && operations.outcome(row) == Outcome.ACCEPTED) {
          count++;
          volume += operations.bytes(row);
        }
      }
      return count > messages && volume > bytes
          ? ""
          : "too little was accepted for a counter to wrap: messages=%d, bytes=%d"
              .formatted(count, volume);
    };
  }
}
