package org.ipctck.report;

import java.util.List;
import java.util.Locale;

/** Numbers, durations and lists as people write them. */
public final class Phrases {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;

  private Phrases() {}

  /** A number with its thousands apart. */
  public static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** A number with its noun in the right form. */
  public static String count(long n, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return number(n) + " " + (n == 1 ? noun : plural);
  }

  /** A duration: {@code 180 ms}, {@code 2.4 s}, {@code 11 min 42 s}. */
  public static String duration(long millis) {
    if (millis < SECOND) {
      return millis + " ms";
    }
    if (millis < MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND);
    }
    return millis / MINUTE + " min " + millis % MINUTE / SECOND + " s";
  }

  /** {@code a, b and c}. */
  public static String and(List<String> items) {
    int last = items.size() - 1;
    if (last < 1) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** The name of a family as a heading. */
  public static String family(String family) {
    if (family.length() <= 3) {
      return family.toUpperCase(Locale.ROOT);
    }
    return family.substring(0, 1).toUpperCase(Locale.ROOT) + family.substring(1);
  }

  /** A text as part of a fragment identifier. */
  static String slug(String text) {
    return text.replaceAll("[^A-Za-z0-9.-]+", "_");
  }
}
