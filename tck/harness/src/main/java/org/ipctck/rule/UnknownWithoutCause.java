package org.ipctck.rule;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Step;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/** A send is of unknown outcome only where something was cut off, interrupted or timed out. */
public final class UnknownWithoutCause implements Rule {
  @Override
  public Finding judge(History history) {
    Operations operations = history.operations();
    Surest surest = new Surest();
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    for (int row = 0; row < operations.size(); row++) {
      if (operations.kind(row) == Kind.SEND
          && operations.outcome(row) == Outcome.UNKNOWN
          && !caused(sends, lives, row)) {
        int at = row;
        surest.add(Observation.UNKNOWN_WITHOUT_CAUSE, Long.MAX_VALUE, () -> violation(history, at));
      }
    }
    return surest.finding();
  }

  private static boolean caused(Sends sends, Lives lives, int row) {
    History history = sends.history;
    if (sends.operations.reason(row) == Reason.TIMEOUT) {
      return history.profile().is(Promise.TIMEOUT, "unknown");
    }
    long finish = sends.operations.finish(row);
    int channel = sends.channelOf[sends.operations.end(row)];
    return interrupted(history, sends.operations.end(row))
        || history.faults().stream()
            .anyMatch(
                record ->
                    record.landed()
                        && record.begun() <= finish
                        && record.fault().kind() != Fault.Kind.SIGSTOP)
        || someEnded(sends, lives, channel, finish);
  }

  private static boolean interrupted(History history, int end) {
    String name = history.scenario().ends().get(end).name();
    return history.scenario().steps().stream()
        .filter(step -> step.end().equals(name))
        .map(Step::action)
        .anyMatch(action -> action instanceof Action.Interrupt);
  }

  private static boolean someEnded(Sends sends, Lives lives, int channel, long finish) {
    for (int end = 0; end < sends.channelOf.length; end++) {
      if (sends.channelOf[end] == channel
          && lives.of(end).stream()
              .anyMatch(life -> life.ending() != Ending.NONE && life.from() <= finish)) {
        return true;
      }
    }
    return false;
  }

  private static Violation violation(History history, int row) {
    Words words = new Words(history);
    return new Violation(
        Observation.UNKNOWN_WITHOUT_CAUSE,
        words.send("m1", row),
        "something was cut off, was interrupted, or timed out where the profile says so",
        "nothing of the kind happened; the reason was " + history.operations().reason(row),
        List.of(row),
        List.of(),
        Long.MAX_VALUE);
  }
}
