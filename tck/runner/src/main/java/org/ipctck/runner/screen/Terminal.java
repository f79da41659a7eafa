package org.ipctck.runner.screen;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.util.Map;

/**
 * Where progress is shown.
 *
 * @param out the stream
 * @param live whether it is a terminal, on which a line can be painted again
 * @param color whether it is coloured
 * @param width in characters
 */
public record Terminal(PrintStream out, boolean live, boolean color, int width) {
  private static final int STANDARD_ERROR = 2;
  private static final int USUAL_WIDTH = 100;

  /** Standard error as the environment describes it; {@code always} and {@code never} force. */
  public static Terminal standardError(String color) {
    Map<String, String> environment = System.getenv();
    boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
    boolean live = isTerminal() && !dumb;
    boolean wanted = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean colored = color.equals("always") || (color.equals("auto") && wanted);
    return new Terminal(System.err, live, colored, width(environment));
  }

  private static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }

  /** System.console() speaks of standard input and output, and progress goes to neither. */
  private static boolean isTerminal() {
    Linker linker = Linker.nativeLinker();
    try {
      return (int)
              linker
                  .downcallHandle(
                      linker.defaultLookup().findOrThrow("isatty"),
                      FunctionDescriptor.of(JAVA_INT, JAVA_INT))
                  .invokeExact(STANDARD_ERROR)
          == 1;
    } catch (Throwable e) {
      return false;
    }
  }
}
