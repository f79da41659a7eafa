package org.ipctck.report.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One operation or fault of a failure's history; times are nanoseconds since the try began, and an
 * operation that never returned has no end.
 */
public record HistoryEntry(
    int step,
    String lane,
    String process,
    String channel,
    String what,
    String message,
    long bytes,
    OptionalLong start,
    OptionalLong end,
    String outcome,
    String detail,
    boolean fault,
    boolean violation) {
  private static final Set<String> AS_HOPED =
      Set.of("", "ACCEPTED", "MESSAGE", "RECEIVED", "DONE", "OK");

  /** Read an entry, whatever is missing or beyond the known keys. */
  public static HistoryEntry of(JsonNode node) {
    return new HistoryEntry(
        node.path("step").asInt(),
        node.path("lane").asText(),
        node.path("process").asText(),
        node.path("channel").asText(),
        node.path("what").asText(),
        node.path("message").asText(),
        node.path("bytes").asLong(),
        nanos(node.path("start")),
        nanos(node.path("end")),
        node.path("outcome").asText(),
        node.path("detail").asText(),
        node.path("fault").asBoolean(),
        node.path("violation").asBoolean());
  }

  /** The same on another lane. */
  HistoryEntry on(String otherLane) {
    return new HistoryEntry(
        step, otherLane, process, channel, what, message, bytes, start, end, outcome, detail, fault,
        violation);
  }

  private static OptionalLong nanos(JsonNode node) {
    try {
      return OptionalLong.of(Long.parseLong(node.asText()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** The call and its message: {@code send m1}. */
  public String call() {
    return message.isEmpty() ? what : what + " " + message;
  }

  /** How it ended: its outcome, or that it never did, be it that its process was cut off. */
  String ending(boolean cutOff) {
    if (end.isPresent() || fault) {
      return outcome;
    }
    return cutOff ? "cut off: UNKNOWN" : "never returns";
  }

  /** Whether its outcome is the one that its caller hoped for, and goes without saying. */
  public boolean asHoped() {
    return end.isPresent() && AS_HOPED.contains(outcome);
  }

  /** The moments of its start and end, as far as there are. */
  Stream<Long> moments() {
    return LongStream.concat(start.stream(), end.stream()).boxed();
  }

  /** Whether it puts a message into the channel. */
  boolean sends() {
    return !fault && what.toLowerCase(Locale.ROOT).contains("send");
  }

  /** Whether it took a message out of the channel. */
  boolean receives() {
    return !fault && !sends() && !message.isEmpty();
  }

  /** Whether it ends the process or task of its lane. */
  boolean kills() {
    return fault && !stops() && !continues() && !what.isEmpty();
  }

  boolean stops() {
    return fault && what.contains("SIGSTOP");
  }

  boolean continues() {
    return fault && what.contains("SIGCONT");
  }
}
