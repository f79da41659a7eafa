package org.ipctck.suite;

import java.util.Set;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;
import org.ipctck.suite.Trial.Condition;

/** How much has to have passed before a try has shown anything. */
public final class SeenMuch {
  /** How an open says that too many wait before it. */
  private static final Set<Reason> CROWDED = Set.of(Reason.FULL, Reason.TIMEOUT, Reason.RESOURCES);

  private SeenMuch() {}

  /** An open found no room to wait in, though somebody received on the channel. */
  public static Condition crowded() {
    return history ->
        history
                .operations()
                .rows()
                .anyMatch(row -> row.kind() == Kind.OPEN && CROWDED.contains(row.reason()))
            ? ""
            : "no backlog was full; where more than 128 connections may wait, declare backlog";
  }

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
