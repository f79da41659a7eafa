package org.ipctck.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;

/** Why the first message did not pass, in one sentence: what was called, and where it hangs. */
final class CanaryWords {
  private static final int MOST_FRAMES = 3;
  private static final int MOST_WORDS = 400;

  /** How the library waits: where, is said by who called it. */
  private static final List<String> WAITING =
      List.of(
          "jdk.internal.",
          "java.lang.invoke.",
          "java.util.concurrent.locks.",
          "java.lang.Object.wait");

  private CanaryWords() {}

  static String of(List<Operation> rows, Played played) {
    List<String> parts = new ArrayList<>();
    parts.add(rows.isEmpty() ? "no operation was begun" : called(rows));
    if (!played.reason().isEmpty()) {
      parts.add(played.reason());
    }
    boolean cut = played.evidence().stream().anyMatch(each -> each.startsWith("cut: "));
    if (!cut) {
      played.evidence().stream().map(CanaryWords::brief).forEach(parts::add);
    }
    String hangs = cut ? hangs(played.evidence()) : "";
    if (!hangs.isEmpty()) {
      parts.add("it hangs in " + hangs);
    }
    return "one message passes through one channel before anything is judged: "
        + String.join("; ", parts)
        + "; "
        + mend(rows, cut);
  }

  private static String called(List<Operation> rows) {
    return String.join(", ", rows.stream().map(CanaryWords::spelled).toList());
  }

  private static String spelled(Operation row) {
    String call = row.kind().name().toLowerCase(Locale.ROOT);
    return switch (row.outcome()) {
      case PENDING -> call + " did not return";
      case DONE -> call + " returned";
      case UNTYPED -> call + " threw what it does not declare, or returned null";
      default ->
          call
              + " gave "
              + row.outcome().name()
              + (row.reason().name().equals("NONE") ? "" : " " + row.reason());
    };
  }

  private static String brief(String words) {
    return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words;
  }

  /** The innermost frames of the first end that is in the transport; an idle end is not. */
  private static String hangs(List<String> evidence) {
    return hangs(evidence, "\"end ");
  }

  /** The innermost frames of the first thread like this that is in the transport. */
  static String hangs(List<String> evidence, String like) {
    return evidence.stream()
        .flatMap(text -> Arrays.stream(text.split("\n(?=\")")))
        .filter(thread -> thread.contains(like))
        .map(CanaryWords::frames)
        .filter(frames -> !frames.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String frames(String thread) {
    return String.join(
        " < ",
        thread
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("at "))
            .map(line -> line.substring(3))
            .filter(frame -> WAITING.stream().noneMatch(frame::startsWith))
            .takeWhile(frame -> !frame.startsWith("org.ipctck.peer."))
            .limit(MOST_FRAMES)
            .toList());
  }

  private static String mend(List<Operation> rows, boolean cut) {
    if (cut) {
      return "every call ends on time-out, on interruption and when its end is closed";
    }
    return rows.stream().anyMatch(row -> row.outcome() == Outcome.UNTYPED)
        ? "what fails is a value or a TransportException"
        : "try open, send, receive and close by hand";
  }
}
