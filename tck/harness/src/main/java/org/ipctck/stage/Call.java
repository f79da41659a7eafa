package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipctck.history.Kind;
import org.ipctck.history.Outcome;

/** A command under way: its reply when it is over, and the operations that lines told of. */
final class Call {
  /** More operations than this of one command are not told by lines; the rest is dropped. */
  private static final int MOST_ROWS = 2_000_000;

  final int id;
  final Kind kind;
  final Peer peer;
  private final List<Row> rows = new ArrayList<>();
  private Optional<JsonNode> reply = Optional.empty();
  private int returned;
  private int messages;

  Call(int id, Kind kind, Peer peer) {
    this.id = id;
    this.kind = kind;
    this.peer = peer;
  }

  synchronized void begun(Row row) {
    if (rows.size() < MOST_ROWS) {
      rows.add(row);
    }
  }

  /** The last operation that was begun, when it has not returned. */
  synchronized Optional<Row> open() {
    return rows.size() > returned ? Optional.of(rows.getLast()) : Optional.empty();
  }

  synchronized void returned(Row row) {
    if (rows.size() > returned) {
      rows.set(rows.size() - 1, row);
      returned = rows.size();
      messages += row.outcome() == Outcome.MESSAGE ? 1 : 0;
    }
  }

  /** Takes the reply; whether it is the first. */
  synchronized boolean answered(JsonNode node) {
    boolean first = reply.isEmpty();
    reply = first ? Optional.of(node) : reply;
    notifyAll();
    return first;
  }

  synchronized Optional<JsonNode> reply() {
    return reply;
  }

  synchronized int begunCount() {
    return rows.size();
  }

  synchronized int returnedCount() {
    return returned;
  }

  synchronized int messageCount() {
    return messages;
  }

  synchronized List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Waits for the reply; empty when it did not come in time or the peer died. */
  synchronized Optional<JsonNode> await(long nanos) throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    while (reply.isEmpty() && !peer.gone()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      // Woken by the reply; looks up from time to time for a peer that died.
      wait(Math.clamp(left / 1_000_000, 1, 20));
    }
    return reply;
  }
}
