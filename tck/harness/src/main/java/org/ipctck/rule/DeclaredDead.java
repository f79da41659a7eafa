package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/** Nobody is told that a peer is gone before anybody was struck or has closed. */
public final class DeclaredDead implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    List<Operation> rows = history.operations().rows().toList();
    for (Operation row : rows) {
      if (row.returned() && row.reason() == Reason.PEER_GONE && everybodyLives(history, row)) {
        surest.add(Observation.DEATH_BY_PROCESS_ID, Long.MAX_VALUE, () -> violation(history, row));
      }
    }
    return surest.finding();
  }

  private static boolean everybodyLives(History history, Operation row) {
    boolean struck = history.faults().stream().anyMatch(fault -> fault.begun() <= row.finish());
    return !struck
        && history.scenario().ends().stream()
            .allMatch(end -> !others(history, row, end) || open(history, row, end));
  }

  private static boolean others(History history, Operation row, End end) {
    End own = history.scenario().ends().get(row.end());
    return end.channel().equals(own.channel()) && end.side() != own.side();
  }

  /** Whether an end was opened before the operation, and not closed before its return. */
  private static boolean open(History history, Operation row, End end) {
    boolean opened = false;
    for (Operation other : history.operations().rows().toList()) {
      if (history.scenario().ends().get(other.end()).equals(end)) {
        opened |=
            other.kind() == Kind.OPEN
                && other.outcome() == Outcome.DONE
                && other.finish() < row.begin();
        if (other.kind() == Kind.CLOSE && other.begin() <= row.finish()) {
          return false;
        }
      }
    }
    return opened;
  }

  private static Violation violation(History history, Operation row) {
    Words words = new Words(history);
    return new Violation(
        Observation.DEATH_BY_PROCESS_ID,
        "every end of channel %s be open, in PID namespaces of their own"
            .formatted(words.channel(row.index())),
        "nobody is told of a death",
        "%s was told PEER_GONE %s".formatted(words.end(row.index()), words.span(row.index())),
        List.of(row.index()),
        List.of(),
        Long.MAX_VALUE);
  }
}
