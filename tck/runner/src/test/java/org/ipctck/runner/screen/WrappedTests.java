package org.ipctck.runner.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Lines stay within the console, and no word is lost or broken. */
class WrappedTests {
  private static final String WORDS =
      "let process r hold 311 descriptors after round 100; then it holds no more of them after"
          + " round 1000; but it held 3011, which is more than anybody would think";

  @Test
  void noLineIsLongerThanTheConsole() {
    String text = Wrapped.text(WORDS, "    Let  ", "         ");
    assertTrue(text.lines().count() > 1, text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
    assertTrue(text.startsWith("    Let  let process"), text);
    assertEquals(WORDS, text.substring(9).replaceAll("\\n +", " "));
  }

  @Test
  void aWordThatIsTooLongStaysWhole() {
    String word = "x".repeat(120);
    assertEquals("  a\n    " + word + "\n    b", Wrapped.text("a " + word + " b", "  ", "    "));
  }
}
