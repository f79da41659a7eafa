package org.ipctck.runner.selftest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipctck.runner.record.Json;

/** A JVM that plays one faulty transport after another, as it is told on its standard input. */
final class Worker implements AutoCloseable {
  /** What its answers begin with; whatever else a library prints is passed over. */
  static final String ANSWER = "kill ";

  private final Process process;
  private final OutputStream asks;
  private final BufferedReader answers;

  Worker(long seed) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dipctck.home=" + System.getProperty("ipctck.home", ""));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.ipctck.runner.Main"));
    command.addAll(List.of("play-mutants", "--seed", Long.toString(seed)));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    asks = process.getOutputStream();
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Has one played. */
  Kill play(Mutant mutant) throws IOException {
    asks.write((mutant.name() + "\n").getBytes(StandardCharsets.UTF_8));
    asks.flush();
    String line = answers.readLine();
    while (line != null && !line.startsWith(ANSWER)) {
      line = answers.readLine();
    }
    if (line == null) {
      throw new IOException("the process that played it ended");
    }
    return Json.parse(line.substring(ANSWER.length()), Kill.class);
  }

  /** Ends it; what it has started ends with it. */
  @Override
  public void close() {
    process.destroy();
  }
}
