package org.ipctck.runner.exit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody who mistyped may have meant. */
final class Near {
  private static final int AT_MOST = 3;

  private Near() {}

  /** The nearest first: an edit or two away, or begun alike. */
  static List<String> of(String word, List<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int reach = Math.max(1, Math.min(3, wanted.length() / 3));
    return known.stream()
        .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT), reach))
        .sorted(Comparator.comparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT))))
        .limit(AT_MOST)
        .toList();
  }

  private static boolean isNear(String wanted, String name, int reach) {
    boolean contained = wanted.length() >= 3 && (name.contains(wanted) || wanted.contains(name));
    return contained || edits(wanted, name) <= reach;
  }

  /** Levenshtein's distance. */
  private static int edits(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] here = new int[above.length];
      here[0] = row;
      for (int column = 1; column < above.length; column++) {
        int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        int aside = Math.min(here[column - 1], above[column]) + 1;
        here[column] = Math.min(aside, above[column - 1] + change);
      }
      above = here;
    }
    return above[right.length()];
  }
}
