package org.ipctck.rule;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipctck.fault.Fault;
import org.ipctck.history.Content;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/** What a report shows of a violation: its witness, operations and faults, in order of time. */
public final class MinimalHistory {
  /**
   * One operation or fault; stamps are nanoseconds from the first one of the history, in decimal.
   *
   * @param step its place, from 1
   * @param lane the end, or what the fault struck
   * @param message its label in the sentence of the violation, such as {@code m1}
   * @param end empty when it never returned
   */
  @JsonPropertyOrder({
    "step",
    "lane",
    "process",
    "channel",
    "what",
    "message",
    "bytes",
    "start",
    "end",
    "outcome",
    "detail",
    "fault",
    "violation"
  })
  public record Entry(
      int step,
      String lane,
      String process,
      String channel,
      String what,
      String message,
      int bytes,
      String start,
      String end,
      String outcome,
      String detail,
      boolean fault,
      boolean violation) {}

  private final History history;
  private final Operations operations;
  private final Violation violation;
  private final long origin;
  private final Map<Long, String> labels = new HashMap<>();

  private MinimalHistory(History history, Violation violation) {
    this.history = history;
    this.operations = history.operations();
    this.violation = violation;
    this.origin = Words.origin(operations);
  }

  /** Projects a history onto the witness of a violation. */
  public static List<Entry> of(History history, Violation violation) {
    return new MinimalHistory(history, violation).entries();
  }

  private record Placed(long begin, Entry entry) {}

  private List<Entry> entries() {
    label();
    List<Placed> placed = new ArrayList<>();
    for (int fault : violation.faults()) {
      FaultRecord record = history.faults().get(fault);
      placed.add(new Placed(record.begun(), entry(record)));
    }
    int last = violation.witness().isEmpty() ? -1 : violation.witness().getLast();
    for (int row : violation.witness()) {
      placed.add(new Placed(operations.begin(row), entry(row, row == last)));
    }
    placed.sort(Comparator.comparingLong(Placed::begin));
    List<Entry> entries = new ArrayList<>();
    for (Placed one : placed) {
      entries.add(numbered(one.entry(), entries.size() + 1));
    }
    return entries;
  }

  private static Entry numbered(Entry entry, int step) {
    return new Entry(
        step,
        entry.lane(),
        entry.process(),
        entry.channel(),
        entry.what(),
        entry.message(),
        entry.bytes(),
        entry.start(),
        entry.end(),
        entry.outcome(),
        entry.detail(),
        entry.fault(),
        entry.violation());
  }

  /** Labels messages as the sentence does: in the order of their sends. */
  private void label() {
    for (Kind kind : List.of(Kind.SEND, Kind.RECEIVE)) {
      for (int row : violation.witness()) {
        boolean carries = operations.kind(row) == kind && operations.message(row) != MessageId.NONE;
        // A receive without its send has no other name; one of damaged bytes has none of its own.
        if (carries && (kind == Kind.SEND || labels.isEmpty())) {
          labels.putIfAbsent(operations.message(row), "m" + (labels.size() + 1));
        }
      }
    }
  }

  private Entry entry(int row, boolean last) {
    End end = history.scenario().ends().get(operations.end(row));
    return new Entry(
        0,
        end.name(),
        end.process(),
        end.channel(),
        operations.kind(row).name().toLowerCase(Locale.ROOT),
        message(row),
        operations.outcome(row) == Outcome.LOST ? 0 : operations.bytes(row),
        stamp(operations.begin(row)),
        stamp(operations.finish(row)),
        operations.outcome(row).name(),
        detail(row),
        false,
        last);
  }

  private String message(int row) {
    boolean carries =
        operations.kind(row) == Kind.SEND || operations.outcome(row) == Outcome.MESSAGE;
    return carries ? labels.getOrDefault(operations.message(row), "m1") : "";
  }

  private String detail(int row) {
    Content content = operations.content(row);
    if (content != Content.NONE && content != Content.WHOLE) {
      return content.name();
    }
    Reason reason = operations.reason(row);
    return reason == Reason.NONE ? "" : reason.name();
  }

  private Entry entry(FaultRecord record) {
    Fault fault = record.fault();
    boolean end = fault.kind() == Fault.Kind.ABANDON;
    return new Entry(
        0,
        fault.target(),
        end ? history.scenario().end(fault.target()).process() : fault.target(),
        "",
        fault.kind().name(),
        "",
        0,
        stamp(record.begun()),
        stamp(record.done()),
        record.landed() ? "LANDED" : "DID_NOT_LAND",
        record.proof(),
        true,
        false);
  }

  private String stamp(long stamp) {
    return stamp == Operations.NEVER ? "" : Long.toString(stamp - origin);
  }
}
