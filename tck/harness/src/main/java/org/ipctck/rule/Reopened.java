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
    List<Operation> rows = history.operations().rows().toList();
    Surest surest = new Surest();
    for (Operation row : rows) {
      if (row.begin() > crash
          && opensLater(history, rows, row, crash)
          && blocked(history, rows, row)) {
        surest.add(Observation.NAME_BLOCKED, Long.MAX_VALUE, () -> violation(history, row));
      }
    }
    return surest.finding(crash == Long.MAX_VALUE ? "nobody crashed" : "");
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
    return struck(history, open)
        || rows.stream()
            .anyMatch(
                close ->
                    close.kind() == Kind.CLOSE
                        && close.end() == open.end()
                        && close.finish() < before);
  }

  private static boolean struck(History history, Operation open) {
    String process = history.scenario().ends().get(open.end()).process();
    return history.faults().stream()
        .anyMatch(record -> record.landed() && record.fault().target().equals(process));
  }

  private static String channel(History history, Operation row) {
    return history.scenario().ends().get(row.end()).channel();
  }

  private static boolean blocked(History history, List<Operation> rows, Operation row) {
    if (row.outcome() != Outcome.REFUSED || row.kind() == Kind.CLOSE) {
      return false;
    }
    boolean waited =
        row.reason() == Reason.NO_PEER
            || row.reason() == Reason.TIMEOUT
            || row.reason() == Reason.PEER_GONE;
    return row.reason() != Reason.FULL && (!waited || together(history, rows, row));
  }

  /** Whether somebody of the other side was there, or trying, for as long as it may take. */
  private static boolean together(History history, List<Operation> rows, Operation row) {
    long must = (long) (NoEnd.MUST_NANOS * history.calibration()) + 2 * history.stalls();
    long patience = row.reason() == Reason.PEER_GONE ? 0 : must;
    End own = history.scenario().ends().get(row.end());
    return rows.stream()
        .filter(open -> open.kind() == Kind.OPEN && channel(history, open).equals(own.channel()))
        .filter(open -> history.scenario().ends().get(open.end()).side() != own.side())
        .filter(open -> open.outcome() == Outcome.DONE)
        .filter(open -> alive(history, rows, open, row.finish()))
        .anyMatch(
            open -> {
              long from = row.kind() == Kind.OPEN ? open.begin() : open.finish();
              return row.finish() - Math.max(row.begin(), from) > patience
                  && open.finish() < row.finish();
            });
  }

  private static boolean alive(History history, List<Operation> rows, Operation open, long until) {
    return !struck(history, open)
        && rows.stream()
            .noneMatch(
                row -> row.kind() == Kind.CLOSE && row.end() == open.end() && row.begin() < until);
  }

  private static Violation violation(History history, Operation row) {
    Words words = new Words(history);
    int fault = 0;
    for (int place = 0; place < history.faults().size(); place++) {
      fault = history.faults().get(place).landed() ? place : fault;
    }
    return new Violation(
        Observation.NAME_BLOCKED,
        "channel %s be used by processes that crashed, the last at %s"
            .formatted(words.channel(row.index()), words.ms(history.faults().get(fault).done())),
        "others open and use it under the same name",
        "the %s of %s %s was refused as %s"
            .formatted(
                row.kind().name().toLowerCase(java.util.Locale.ROOT),
                words.end(row.index()),
                words.span(row.index()),
                row.reason()),
        List.of(row.index()),
        List.of(fault),
        Long.MAX_VALUE);
  }
}
