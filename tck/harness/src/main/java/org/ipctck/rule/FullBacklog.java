package org.ipctck.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ipctck.fault.Fault;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/**
 * While a receiver stands still and too many wait for it, an open comes back in its time, with an
 * end that is connected or with an error that can be retried.
 */
public final class FullBacklog implements Rule {
  /** Of these no second try says anything else. */
  private static final Set<Reason> FOR_GOOD =
      Set.of(
          Reason.PEER_GONE,
          Reason.CLOSED,
          Reason.TOO_LARGE,
          Reason.MALFORMED,
          Reason.STALE,
          Reason.NAME_INVALID,
          Reason.NOT_AN_ENDPOINT,
          Reason.LAYOUT,
          Reason.VERSION,
          Reason.DENIED,
          Reason.UNSUPPORTED);

  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    boolean judged = false;
    for (Operation row : history.operations().rows().toList()) {
      Optional<FaultRecord> standing = standing(history, row);
      if (standing.isEmpty()) {
        continue;
      }
      judged = true;
      String seen = row.kind() == Kind.OPEN ? wrong(history, row) : "";
      if (!seen.isEmpty()) {
        surest.add(Observation.BACKLOG_NOT_TOLD, Long.MAX_VALUE, () -> told(history, row, seen));
      }
      if (row.outcome() == Outcome.DONE) {
        unconnected(history, row)
            .ifPresent(
                send ->
                    surest.add(
                        Observation.BACKLOG_NOT_TOLD,
                        Long.MAX_VALUE,
                        () -> told(history, send, "came out as " + outcome(send))));
      }
    }
    return surest.finding(judged ? "" : "nobody tried to open while the receiver stood still");
  }

  /** The standstill of its receiver within which a sender was opened or refused. */
  private static Optional<FaultRecord> standing(History history, Operation row) {
    End end = history.scenario().ends().get(row.end());
    return row.kind() != Kind.OPEN || end.side() != End.Side.SENDER
        ? Optional.empty()
        : history.faults().stream()
            .filter(fault -> fault.landed() && fault.fault().kind() == Fault.Kind.SIGSTOP)
            .filter(fault -> receives(history, fault.fault().target(), end.channel()))
            .filter(fault -> row.begin() > fault.done() && row.finish() < fault.healed())
            .findFirst();
  }

  private static boolean receives(History history, String process, String channel) {
    return history.scenario().ends().stream()
        .anyMatch(
            end ->
                end.side() == End.Side.RECEIVER
                    && end.process().equals(process)
                    && end.channel().equals(channel));
  }

  /** What is wrong with an open, in words. */
  private static String wrong(History history, Operation open) {
    if (open.outcome() == Outcome.UNTYPED
        || open.outcome() == Outcome.REFUSED && FOR_GOOD.contains(open.reason())) {
      return "came out as " + outcome(open);
    }
    int step = history.steps()[open.index()];
    int timeoutMs =
        step >= 0 && history.scenario().steps().get(step).action() instanceof Action.Open asked
            ? asked.timeoutMs()
            : Action.FOREVER;
    long took = open.finish() - open.begin();
    long may = (long) (timeoutMs * 1e6 * history.calibration()) + Stamps.must(history);
    return timeoutMs >= 0 && took > may
        ? "with a time-out of %d ms took %d ms".formatted(timeoutMs, took / 1_000_000)
        : "";
  }

  private static String outcome(Operation row) {
    return row.outcome() + " " + row.reason();
  }

  /**
   * The first send of an end that was opened, if it says that there is nobody at the other side.
   */
  private static Optional<Operation> unconnected(History history, Operation open) {
    Operations operations = history.operations();
    for (int row = open.index() + 1; row < operations.size(); row++) {
      if (operations.end(row) != open.end()) {
        continue;
      }
      if (operations.kind(row) != Kind.SEND) {
        return Optional.empty();
      }
      boolean nobody =
          operations.reason(row) == Reason.PEER_GONE || operations.reason(row) == Reason.NO_PEER;
      boolean fails = nobody || operations.outcome(row) == Outcome.UNTYPED;
      return fails && receiverStays(history, open, operations.finish(row))
          ? Optional.of(operations.row(row))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether no receiver of the channel had begun to close, and nobody was struck but stopped. */
  private static boolean receiverStays(History history, Operation open, long until) {
    Operations operations = history.operations();
    String channel = history.scenario().ends().get(open.end()).channel();
    return Lives.lastingUntil(history, until)
        && IntStream.range(0, operations.size())
            .filter(row -> operations.kind(row) == Kind.CLOSE && operations.begin(row) <= until)
            .mapToObj(row -> history.scenario().ends().get(operations.end(row)))
            .noneMatch(end -> end.side() == End.Side.RECEIVER && end.channel().equals(channel));
  }

  private static Violation told(History history, Operation row, String seen) {
    Words words = new Words(history);
    return new Violation(
        Observation.BACKLOG_NOT_TOLD,
        "the receiver of channel %s stand still, and too many wait for it"
            .formatted(words.channel(row.index())),
        "an open is connected, or fails in its time with an error that can be retried",
        "the %s of %s %s %s"
            .formatted(
                row.kind().name().toLowerCase(Locale.ROOT),
                words.end(row.index()),
                words.span(row.index()),
                seen),
        List.of(row.index()),
        List.of(),
        Long.MAX_VALUE);
  }
}
