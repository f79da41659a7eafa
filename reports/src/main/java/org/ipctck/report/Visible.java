package org.ipctck.report;

import java.util.Locale;

/**
 * Text in which nothing hides: control characters, marks that turn the direction of writing, lone
 * surrogates and noncharacters, illegal in XML or invisible on a page, appear as their escapes.
 */
final class Visible {
  private Visible() {}

  static String text(String text) {
    if (text.codePoints().noneMatch(Visible::hides)) {
      return text;
    }
    var out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (hides(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04X", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean hides(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\n' && c != '\t' && c != '\r';
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> turnsDirection(c) || (c & 0xFFFE) == 0xFFFE;
    };
  }

  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F;
  }
}
