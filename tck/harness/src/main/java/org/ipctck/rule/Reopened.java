package org.ipctck.rule;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/** After a crash the name opens again, and what opened it works. */
public final class Reopened implements Rule {
  @Override
  public Finding judge(History history) {
    long crash =
        history.faults().stream()
            .filter(record -> record.landed() && record.fault().kind() != Fault.Kind.SIGSTOP)
            .mapToLong(FaultRecord::done)
            .max()
            .orElse(Long.MAX_VALUE);
    if (crash == Long.MAX_VALUE) {
      return Finding.undecided("nobody crashed");
    }
    long noticed = crash + Stamps.lease(history);
    boolean unsure = false;
    boolean opened = false;
    List<Operation> rows = history.operations().rows().toList();
    Surest surest = new Surest();
    for (Operation row : rows) {
      if (row.begin() <= crash || !opensLater(history, rows, row, crash)) {
        continue;
      }
      // What was begun before the death had to be known, and came to something, was not hindered.
      boolean early = row.begin() <= noticed && blocked(history, rows, row);
      unsure |= Stamps.hangs(history, row.index()) || early;
      opened |= row.kind() == Kind.OPEN && row.reason() != Reason.RESOURCES;
      if (row.begin() > noticed && blocked(history, rows, row)) {
        Observation seen = halfMade(history, rows, row);
        surest.add(seen, Long.MAX_VALUE, () -> violation(history, row, seen));
      }
    }
    String vain = opened ? "" : "nobody opened the name when those who crashed had gone";
    return surest.finding(unsure ? Stamps.NOT_LONG_ENOUGH : vain);
  }

  /** Who is to blame: a crash while something was made, or one of those who used it. */
  private static Observation halfMade(History history, List<Operation> rows, Operation row) {
    boolean within =
        rows.stream()
            .filter(open -> open.kind() == Kind.OPEN && open.outcome() == Outcome.PENDING)
            .filter(open -> channel(history, open).equals(channel(history, row)))
            .anyMatch(open -> struck(history, open, row.begin()));
    return within ? Observation.HALF_MADE : Observation.NAME_BLOCKED;
  }

  /** Whether its end was first opened after the crash, when all those before it had gone. */
  private static boolean opensLater(
      History history, List<Operation> rows, Operation row, long crash) {
    return rows.stream()
        .filter(open -> open.kind() == Kind.OPEN)
        .filter(open -> channel(history, open).equals(channel(history, row)))
        .allMatch(
            open ->
                open.end() == row.end()
                    ? open.begin() > crash
                    : open.begin() > crash || gone(history, rows, open, row.begin()));
  }

  private static boolean gone(History history, List<Operation> rows, Operation open, long before) {
    return struck(history, open, before)
        || rows.stream()
            .anyMatch(
                close ->
                    close.kind() == Kind.CLOSE
                        && close.end() == open.end()
                        && close.finish() < before);
  }

  /** Whether a fault that ends what it strikes had struck an end by a moment. */
  private static boolean struck(History history, Operation open, long before) {
    End end = history.scenario().ends().get(open.end());
    return history.faults().stream()
        .filter(record -> record.landed() && record.begun() < before)
        .map(FaultRecord::fault)
        .filter(fault -> fault.kind() != Fault.Kind.SIGSTOP)
        .anyMatch(
            fault ->
                fault
                    .target()
                    .equals(fault.kind() == Fault.Kind.ABANDON ? end.name() : end.process()));
  }

  private static String channel(History history, Operation row) {
    return history.scenario().ends().get(row.end()).channel();
  }

  private static boolean blocked(History history, List<Operation> rows, Operation row) {
    boolean uses = row.kind() == Kind.OPEN || row.kind() == Kind.SEND;
    if (uses && row.outcome() == Outcome.PENDING) {
      return together(history, rows, row, Stamps.must(history));
    }
    if (!uses || row.outcome() != Outcome.REFUSED) {
      return false;
    }
    return switch (row.reason()) {
      case FULL, TOO_LARGE, CLOSED, INTERRUPTED, NAME_INVALID, RESOURCES, UNSUPPORTED -> false;
      case NO_PEER, TIMEOUT -> together(history, rows, row, Stamps.must(history));
      case PEER_GONE -> together(history, rows, row, 0);
      default -> true;
    };
  }

  /** Whether somebody of the other side was there, or trying, for as long as it may take. */
  private static boolean together(
      History history, List<Operation> rows, Operation row, long patience) {
    End own = history.scenario().ends().get(row.end());
    long until = Stamps.finish(history, row.index());
    return rows.stream()
        .filter(open -> open.kind() == Kind.OPEN && channel(history, open).equals(own.channel()))
        .filter(open -> history.scenario().ends().get(open.end()).side() != own.side())
        .filter(open -> open.outcome() == Outcome.DONE)
        .filter(open -> alive(history, rows, open, until))
        .filter(open -> patience > 0 || open.finish() < row.begin())
        .anyMatch(
            open ->
                row.kind() == Kind.OPEN
                    ? open.finish() < until
                        && until - Math.max(row.begin(), open.begin()) > patience
                    : patience == 0 || received(history, rows, row, open) > patience);
  }

  /** For how long the other side received, or tried to, while a send waited. */
  private static long received(
      History history, List<Operation> rows, Operation send, Operation open) {
    long until = Stamps.finish(history, send.index());
    return rows.stream()
        .filter(row -> row.kind() == Kind.RECEIVE && row.end() == open.end())
        .filter(row -> row.outcome() == Outcome.NOTHING || row.outcome() == Outcome.PENDING)
        .mapToLong(
            row ->
                Math.min(until, Stamps.finish(history, row.index()))
                    - Math.max(send.begin(), row.begin()))
        .max()
        .orElse(0);
  }

  private static boolean alive(History history, List<Operation> rows, Operation open, long until) {
    return !struck(history, open, Long.MAX_VALUE)
        && rows.stream()
            .noneMatch(
                row -> row.kind() == Kind.CLOSE && row.end() == open.end() && row.begin() < until);
  }

  private static Violation violation(History history, Operation row, Observation seen) {
    Words words = new Words(history);
    int fault = 0;
    for (int place = 0; place < history.faults().size(); place++) {
      fault = history.faults().get(place).landed() ? place : fault;
    }
    return new Violation(
        seen,
        "channel %s be used by processes that crashed, the last at %s"
            .formatted(words.channel(row.index()), words.ms(history.faults().get(fault).done())),
        "others open and use it under the same name",
        "the %s of %s %s was %s"
            .formatted(
                row.kind().name().toLowerCase(java.util.Locale.ROOT),
                words.end(row.index()),
                words.span(row.index()),
                row.returned() ? "refused as " + row.reason() : "never done"),
        List.of(row.index()),
        List.of(fault),
        Long.MAX_VALUE);
  }
}
