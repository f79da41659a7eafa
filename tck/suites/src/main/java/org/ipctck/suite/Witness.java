package org.ipctck.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operation;
import org.ipctck.rule.Violation;

/** Writes down the rows of a history that show a violation alone. */
final class Witness {
  private Witness() {}

  static List<JsonNode> of(History history, Violation violation) {
    List<JsonNode> entries = new ArrayList<>();
    for (int row : violation.witness()) {
      Operation operation = history.operations().row(row);
      ObjectNode entry = JsonNodeFactory.instance.objectNode();
      entry.put("end", history.scenario().ends().get(operation.end()).name());
      entry.put("kind", operation.kind().name());
      entry.put("outcome", operation.outcome().name());
      entry.put("message", MessageId.text(operation.message()));
      entries.add(entry);
    }
    return entries;
  }
}
