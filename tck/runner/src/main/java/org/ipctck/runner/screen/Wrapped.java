package org.ipctck.runner.screen;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that a console of the usual width shows without breaking words. */
public final class Wrapped {
  /** The columns of a line. */
  static final int WIDTH = 100;

  private Wrapped() {}

  /** Words in lines of the usual width; a word that is longer stays whole. */
  public static String text(String words, String first, String rest) {
    return text(words, WIDTH, first, rest);
  }

  /** With what stands before the first line and before the others. */
  static String text(String words, int width, String first, String rest) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : words.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(rest);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString().stripTrailing());
    return String.join("\n", lines);
  }
}
