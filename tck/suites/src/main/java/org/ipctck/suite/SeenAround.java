package org.ipctck.suite;

import org.ipctck.history.Kind;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.suite.Trial.Condition;

/** What has to be seen around the peers before a try has shown anything. */
public final class SeenAround {
  private SeenAround() {}

  /** Every end was opened. */
  public static Condition everythingOpened() {
    return history ->
        history
            .operations()
            .rows()
            .filter(row -> row.kind() == Kind.OPEN && row.outcome() != Outcome.DONE)
            .findFirst()
            .map(row -> "an end was not opened: " + row.outcome() + " " + row.reason())
            .orElse("");
  }

  /** The channel had a name at this look: a file, or memory that has one. */
  public static Condition aName(String look) {
    return history ->
        history.sight(look).stream()
                .flatMap(sight -> sight.names().stream())
                .anyMatch(name -> name.type() != Sight.Type.DIRECTORY)
            ? ""
            : "the channel was never seen to have a name";
  }
}
