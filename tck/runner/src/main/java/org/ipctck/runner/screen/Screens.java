package org.ipctck.runner.screen;

import org.ipctck.runner.judge.Screen;

/** Chooses how progress is shown. */
public final class Screens {
  private Screens() {}

  /** For {@code auto}, {@code json} or {@code none}. */
  public static Screen of(String progress, Terminal terminal) {
    return switch (progress) {
      case "json" -> new JsonLines(terminal.out());
      case "none" -> silent();
      default -> new Lines(terminal);
    };
  }

  /** Shows nothing. */
  public static Screen silent() {
    return new Screen() {
      @Override
      public void opening(String label) {}

      @Override
      public void subject(String name, String depth, long seed) {}

      @Override
      public void say(String sentence) {}

      @Override
      public void close() {}
    };
  }
}
