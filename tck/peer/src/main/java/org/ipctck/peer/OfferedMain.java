package org.ipctck.peer;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipctck.spi.Transport;

/**
 * Names the transports on its class path: a line each, {@code ok REACH NAME} or {@code bad CLASS
 * WORDS}, or {@code hangs CLASS WORDS}. Its argument is how long, in milliseconds, each may take to
 * be made.
 */
public final class OfferedMain {
  private static final Pattern PROVIDER = Pattern.compile("Provider (?:[\\w$]+\\.)*([\\w$]+)");

  /** A service loader may fail for ever at a folder that it cannot read. */
  private static final int MOST_TROUBLES = 20;

  private static final long PATIENCE_MILLIS = 10_000;

  private OfferedMain() {}

  /** Writes the lines and ends, whatever threads an adapter has started. */
  public static void main(String[] arguments) throws InterruptedException {
    long patience = arguments.length == 1 ? Long.parseLong(arguments[0]) : PATIENCE_MILLIS;
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    // What an adapter prints must not fall between the lines.
    System.setOut(System.err);
    endWithTheKit();
    Iterator<ServiceLoader.Provider<Transport>> offered =
        ServiceLoader.load(Transport.class).stream().iterator();
    for (int troubles = 0; troubles < MOST_TROUBLES; ) {
      try {
        if (!offered.hasNext()) {
          break;
        }
        out.println(Made.line(offered.next(), patience));
      } catch (ServiceConfigurationError | LinkageError thrown) {
        out.println("bad " + named(thrown) + " " + words(thrown));
        troubles++;
      }
    }
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  /** A constructor may wait for ever, and the kit may be killed meanwhile: its pipe then ends. */
  private static void endWithTheKit() {
    Thread watch =
        new Thread(
            () -> {
              try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
                while (in.read() >= 0) {
                  // What is written there means nothing.
                }
              } catch (IOException gone) {
                // So has the kit.
              }
              Runtime.getRuntime().halt(0);
            },
            "input");
    watch.setDaemon(true);
    watch.start();
  }

  /** The class that a service loader could not find or load, without its package. */
  private static String named(Throwable thrown) {
    Matcher matcher = PROVIDER.matcher(String.valueOf(thrown.getMessage()));
    return matcher.find() ? matcher.group(1) : "Transport";
  }

  private static String words(Throwable thrown) {
    return Wire.describe(thrown).replaceAll("\\s+", " ");
  }
}
