package org.ipctck.benchmark.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Processes to be killed, started ahead of time. */
final class Victims implements AutoCloseable {
  private static final int AHEAD = 2;

  private final Deque<Process> warm = new ArrayDeque<>();

  /** A process that plays its role, with all its ends open. */
  Process next(String line) throws IOException {
    while (warm.size() < AHEAD) {
      warm.add(start());
    }
    Process victim = warm.remove();
    BufferedReader output = victim.inputReader(StandardCharsets.UTF_8);
    expect(output, "warm");
    victim.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    expect(output, "there");
    return victim;
  }

  private static void expect(BufferedReader output, String word) throws IOException {
    String line = output.readLine();
    if (!word.equals(line)) {
      throw new IOException("a victim says " + word + ": said=" + line);
    }
  }

  private static Process start() {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Xshare:auto",
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              Victim.class.getName())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("a victim can be started", e);
    }
  }

  /** Sends a signal to a process. */
  static void signal(Process victim, String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(victim.pid())).start().waitFor();
  }

  @Override
  public void close() {
    warm.forEach(Process::destroyForcibly);
  }
}
