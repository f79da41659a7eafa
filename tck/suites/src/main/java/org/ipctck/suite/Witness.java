package org.ipctck.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operation;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Violation;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/**
 * Writes down the rows of a history that show a violation alone, in the order of their begin, as
 * they stand in {@code results.json}: lanes are ends, a fault's lane is the process that it struck,
 * stamps count from the first one of the history.
 */
final class Witness {
  private record Moment(long begin, ObjectNode entry) {}

  private final History history;
  private final Violation violation;
  private final long origin;
  private final Map<Long, String> labels = new HashMap<>();

  private Witness(History history, Violation violation) {
    this.history = history;
    this.violation = violation;
    this.origin = history.operations().rows().mapToLong(Operation::begin).min().orElse(0);
  }

  static List<JsonNode> of(History history, Violation violation) {
    return new Witness(history, violation).entries();
  }

  private List<JsonNode> entries() {
    int breaking = breaking();
    List<Moment> moments = new ArrayList<>();
    for (int row : violation.witness()) {
      Operation operation = history.operations().row(row);
      ObjectNode entry = entry(operation);
      moments.add(new Moment(operation.begin(), entry));
      if (row == breaking) {
        entry.put("violation", true);
      }
    }
    for (int index : violation.faults()) {
      FaultRecord fault = history.faults().get(index);
      moments.add(new Moment(fault.begun(), entry(fault)));
    }
    moments.sort(Comparator.comparingLong(Moment::begin));
    List<JsonNode> entries = new ArrayList<>();
    for (Moment moment : moments) {
      entries.add(moment.entry().put("step", entries.size() + 1));
    }
    return entries;
  }

  /** The row that ended last, all before it being still allowed; -1 when there is none. */
  private int breaking() {
    return violation.witness().stream()
        .map(row -> history.operations().row(row))
        .filter(operation -> operation.returned() || !struck(operation))
        .max(Comparator.comparingLong(Operation::finish))
        .map(Operation::index)
        .orElse(-1);
  }

  /** Whether a fault cut the operation off, so that it is no wonder that it never returned. */
  private boolean struck(Operation operation) {
    End end = history.scenario().ends().get(operation.end());
    return violation.faults().stream()
        .map(index -> history.faults().get(index).fault().target())
        .anyMatch(target -> target.equals(end.process()) || target.equals(end.name()));
  }

  private ObjectNode entry(Operation operation) {
    End end = history.scenario().ends().get(operation.end());
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("step", 0).put("lane", end.name()).put("process", end.process());
    entry.put("channel", end.channel());
    entry.put("what", operation.kind().name().toLowerCase(Locale.ROOT));
    entry.put("message", label(operation.message())).put("bytes", operation.bytes());
    stamps(entry, operation.begin(), operation.finish());
    entry.put("outcome", operation.outcome() == Outcome.PENDING ? "" : operation.outcome().name());
    entry.put("detail", detail(operation));
    return entry.put("fault", false).put("violation", missed(operation));
  }

  private ObjectNode entry(FaultRecord record) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("step", 0).put("lane", record.fault().target()).put("process", "");
    entry.put("channel", "").put("what", record.fault().kind().name());
    entry.put("message", "").put("bytes", 0);
    stamps(entry, record.begun(), record.done());
    entry.put("outcome", record.landed() ? "LANDED" : "MISSED").put("detail", record.proof());
    return entry.put("fault", true).put("violation", false);
  }

  /** Whether it is a send whose message is the one that was lost. */
  private boolean missed(Operation operation) {
    return switch (violation.observation()) {
      case LOST_BETWEEN_THE_LIVING, LOST_AT_CLOSE, LOST_WITH_ITS_SENDER, HIDDEN_AFTER_DEATH ->
          operation.outcome() == Outcome.ACCEPTED;
      default -> false;
    };
  }

  /** The name that the violation's sentence uses: m1 is the message of its first row. */
  private String label(long message) {
    return message == MessageId.NONE
        ? ""
        : labels.computeIfAbsent(message, id -> "m" + (labels.size() + 1));
  }

  private static String detail(Operation operation) {
    List<String> words = new ArrayList<>();
    if (operation.message() != MessageId.NONE) {
      words.add(MessageId.text(operation.message()));
    }
    if (operation.reason() != Reason.NONE) {
      words.add(operation.reason().name());
    }
    return String.join(", ", words);
  }

  private void stamps(ObjectNode entry, long begin, long finish) {
    entry.put("start", stamp(begin)).put("end", stamp(finish));
  }

  private String stamp(long stamp) {
    return stamp == Operations.NEVER ? "" : Long.toString(stamp - origin);
  }
}
