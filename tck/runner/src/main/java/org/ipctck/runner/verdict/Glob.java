package org.ipctck.runner.verdict;

import java.util.regex.Pattern;

/**
 * A pattern in which {@code *} stands for any characters and {@code ?} for one.
 *
 * @param text as it was written
 */
public record Glob(String text) {

  /** Whether it stands for more than itself. */
  public boolean isOpen() {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /** Whether it stands for this word. */
  public boolean matches(String word) {
    StringBuilder regex = new StringBuilder();
    for (char c : text.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return word.matches(regex.toString());
  }
}
