package org.ipctck.peer;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Transport;

/**
 * Names the transports on its class path: a line each, {@code ok NAME REACH} or {@code bad CLASS
 * WORDS}.
 */
public final class OfferedMain {
  private OfferedMain() {}

  /** Writes the lines and ends, whatever threads an adapter has started. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    // What an adapter prints must not fall between the lines.
    System.setOut(System.err);
    List<ServiceLoader.Provider<Transport>> offered =
        ServiceLoader.load(Transport.class).stream().toList();
    offered.forEach(each -> out.println(line(each)));
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static String line(ServiceLoader.Provider<Transport> offered) {
    try {
      Profile profile = offered.get().profile();
      return "ok " + profile.name() + " " + profile.get(Promise.REACH);
    } catch (Throwable thrown) {
      String words = Wire.describe(thrown).replaceAll("\\s+", " ");
      return "bad " + offered.type().getSimpleName() + " " + words;
    }
  }
}
