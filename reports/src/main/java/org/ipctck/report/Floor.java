package org.ipctck.report;

import java.util.Locale;

/** The evidence below which a check may not pass, by its kind and the depth of the run. */
final class Floor {
  private static final int TRIES = 20;
  private static final int MESSAGES = 1_000;
  private static final int FAULTS = 5;

  private Floor() {}

  static String of(String kind, String depth) {
    long times =
        switch (depth) {
          case "thorough" -> 50;
          case "standard" -> 5;
          default -> 1;
        };
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "traffic" ->
          Phrases.number(TRIES * times)
              + " tries, "
              + Phrases.number(MESSAGES * times)
              + " messages";
      case "fault" -> Phrases.number(FAULTS * times) + " landed";
      case "cases" -> "every case once";
      default -> "";
    };
  }
}
