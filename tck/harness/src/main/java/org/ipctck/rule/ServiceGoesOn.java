package org.ipctck.rule;

import java.util.List;
import java.util.Locale;
import org.ipctck.fault.Fault;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/**
 * After somebody died outside of a send, or a stranger came with a connection of its own, others
 * are served as before: who comes to a place that is free is let in, nobody is told that its peer
 * has gone while one lives, nobody hangs, and of what is accepted from a sender something comes.
 */
public final class ServiceGoesOn implements Rule {
  @Override
  public Finding judge(History history) {
    long failed = failed(history);
    if (failed == Operations.NEVER) {
      return Finding.undecided("nobody failed");
    }
    Sends sends = new Sends(history);
    Presence presence = new Presence(history, new Lives(sends));
    Surest surest = new Surest();
    for (Delivery delivery : Delivery.all(sends)) {
      new Unserved(delivery, presence, failed)
          .judge(row -> violated(history, row, "something comes", "nothing ever came", surest));
    }
    String undecided = "nobody asked for service after the failure";
    boolean cut = false;
    for (int row = 0; row < history.operations().size(); row++) {
      if (Overdue.stays(history, row)) {
        cut = true;
        if (Overdue.certainly(history, row, failed)) {
          violated(history, row, "every operation comes back", "it has not returned", surest);
        }
      } else if (history.operations().begin(row) > failed) {
        undecided = "";
        refused(history, presence, row, surest);
      }
    }
    return surest.finding(cut ? Stamps.NOT_LONG_ENOUGH : undecided);
  }

  /** From when on somebody had failed; who only stands still may be taken for dead. */
  private static long failed(History history) {
    boolean stood =
        history.faults().stream()
            .anyMatch(record -> record.fault().kind() == Fault.Kind.SIGSTOP && record.landed());
    if (stood) {
      return Operations.NEVER;
    }
    return history.faults().stream()
        .filter(FaultRecord::landed)
        .mapToLong(FaultRecord::done)
        .reduce(BoundedHarm.intruded(history), Math::min);
  }

  private static void refused(History history, Presence presence, int row, Surest surest) {
    Operations operations = history.operations();
    Reason reason = operations.reason(row);
    boolean refused = operations.outcome(row) == Outcome.REFUSED;
    boolean broken = operations.outcome(row) == Outcome.BROKEN;
    if (operations.kind(row) == Kind.OPEN && refused && !elsewhere(reason)) {
      if (presence.welcome(row)) {
        violated(history, row, "who comes later is let in", "it was refused: " + reason, surest);
      }
    } else if (operations.kind(row) == Kind.SEND && refused && gone(reason)) {
      if (presence.lastsBeside(row)) {
        violated(history, row, "a living receiver is sent to", "it was refused: " + reason, surest);
      }
    } else if (broken && reason == Reason.PEER_GONE && presence.lastsBeside(row)) {
      String but = "it was told PEER_GONE while another lived";
      violated(history, row, "who has a living sender goes on", but, surest);
    }
  }

  /** Whether a refusal may have its cause outside of the transport. */
  private static boolean elsewhere(Reason reason) {
    return reason == Reason.INTERRUPTED
        || reason == Reason.TIMEOUT
        || reason == Reason.RESOURCES
        || reason == Reason.CLOSED;
  }

  private static boolean gone(Reason reason) {
    return reason == Reason.PEER_GONE || reason == Reason.NO_PEER || reason == Reason.STALE;
  }

  private static void violated(History history, int row, String then, String but, Surest surest) {
    surest.add(
        Observation.SERVICE_ENDED,
        Long.MAX_VALUE,
        () -> {
          Words words = new Words(history);
          String kind = history.operations().kind(row).name().toLowerCase(Locale.ROOT);
          return new Violation(
              Observation.SERVICE_ENDED,
              "somebody who used channel %s have failed".formatted(words.channel(row)),
              then,
              "of the %s of %s %s: %s".formatted(kind, words.end(row), words.span(row), but),
              List.of(row),
              List.of(),
              Long.MAX_VALUE);
        });
  }
}
