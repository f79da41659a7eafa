package org.ipctck.benchmark.traffic;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured.
 *
 * @param name for people
 * @param program a C program with its argument, or nothing
 * @param mechanism what a lap in Java is told
 */
record Contestant(String name, List<String> program, String mechanism) {

  /** A mechanism of ours, or Agrona. */
  static Contestant java(String name, String mechanism) {
    return new Contestant(name, List.of(), mechanism);
  }

  /** One run, in a directory of its own. */
  List<Result> run() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory(Path.of("/dev/shm"), "lap");
    try {
      List<String> command =
          program.isEmpty() ? Java.command(Lap.class, mechanism, directory) : program;
      Process lap =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      List<Result> results = new ArrayList<>();
      try (BufferedReader lines = lap.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          results.add(Result.parse(line));
        }
      }
      if (lap.waitFor() != 0 || results.size() != Conversation.SIZES.length) {
        throw new IOException("a run measures each size: name=" + name + ", results=" + results);
      }
      return results;
    } finally {
      delete(directory);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** What a run measured for one size: messages a second, microseconds a round trip. */
  record Result(double rate, double trip) {

    static Result parse(String line) {
      String[] words = line.split(" ");
      return new Result(Double.parseDouble(words[1]), Double.parseDouble(words[2]) / 1_000);
    }
  }
}
