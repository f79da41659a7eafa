package org.ipctck.runner.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small program that is asked something and must answer within seconds. */
final class Program {
  private static final int PATIENCE_SECONDS = 10;

  /** What a program said: whether it went well, and its first line. */
  record Answer(boolean well, String line) {}

  private Program() {}

  static Answer ask(String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Answer(false, command[0] + " did not answer in " + PATIENCE_SECONDS + " s");
      }
      return new Answer(process.exitValue() == 0, firstLine(process.getInputStream()));
    } catch (IOException e) {
      return new Answer(false, command[0] + " is not installed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(false, "interrupted");
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    String text = new String(in.readNBytes(4096), StandardCharsets.UTF_8);
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
  }
}
