package org.ipctck.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ipctck.history.History;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;

/** How a vendor reads the rows of a history: names of ends, milliseconds from its first stamp. */
final class Words {
  private final History history;
  private final Operations operations;
  private final long origin;

  Words(History history) {
    this.history = history;
    this.operations = history.operations();
    this.origin = origin(operations);
  }

  /** The first stamp of a history. */
  static long origin(Operations operations) {
    long first = Long.MAX_VALUE;
    for (int row = 0; row < operations.size(); row++) {
      first = Math.min(first, operations.begin(row));
    }
    return first;
  }

  /** Rows in the order of their begin. */
  List<Integer> ordered(Collection<Integer> rows) {
    return rows.stream().sorted(Comparator.comparingLong(operations::begin)).toList();
  }

  String ms(long stamp) {
    return stamp == Operations.NEVER
        ? "never"
        : String.format(Locale.ROOT, "%.3f ms", (stamp - origin) / 1e6);
  }

  String end(int row) {
    return history.scenario().ends().get(operations.end(row)).name();
  }

  String channel(int row) {
    return history.scenario().ends().get(operations.end(row)).channel();
  }

  /** A send as in {@code m1 = send #3 of alice (64 bytes), accepted at 12.031 ms}. */
  String send(String label, int row) {
    return "%s = send #%d of %s (%d bytes), %s"
        .formatted(
            label,
            MessageId.sequence(operations.message(row)),
            end(row),
            operations.bytes(row),
            fate(row));
  }

  private String fate(int row) {
    String at = ms(operations.finish(row));
    return switch (operations.outcome(row)) {
      case ACCEPTED -> "accepted at " + at;
      case REFUSED -> "refused at " + at + " (" + operations.reason(row) + ")";
      case PENDING -> "begun at " + ms(operations.begin(row)) + " and never returned";
      default -> "of unknown outcome, returned at " + at;
    };
  }

  /** A receive as in {@code bob received it from 3.020 ms to 3.051 ms}. */
  String receive(String what, int row) {
    return "%s received %s from %s to %s"
        .formatted(end(row), what, ms(operations.begin(row)), ms(operations.finish(row)));
  }

  /** When an operation ran. */
  String span(int row) {
    return "from " + ms(operations.begin(row)) + " to " + ms(operations.finish(row));
  }
}
