package org.ipctck.runner.subject;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import org.ipctck.stage.HostWatch;

/**
 * The transports that a vendor's class path offers, asked of a process of their own: the kit never
 * loads them.
 *
 * @param names of those that can be made
 * @param runtime whether each lives in one runtime, in the same order
 * @param broken those that cannot be made, by the name of their class
 * @param hanging those that are never made: their class, and where it hangs
 */
record Offered(
    List<String> names, List<Boolean> runtime, List<String> broken, List<String> hanging) {
  private static final int PATIENCE_MILLIS = 10_000;

  /** For the virtual machine itself, and as many transports as a class path may have. */
  private static final int MOST_MILLIS = 60_000;

  static Offered ask(Distribution distribution, List<Path> classpath) {
    String path =
        distribution.beside(classpath).stream()
            .map(entry -> entry.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      Process process =
          new ProcessBuilder(
                  java,
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  path,
                  "org.ipctck.peer.OfferedMain",
                  Long.toString((long) (PATIENCE_MILLIS * HostWatch.slowness())))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return read(process);
    } catch (IOException e) {
      throw new CannotGoOn(ExitCode.KIT_FAILED, "a JVM could not be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOn(ExitCode.INTERRUPTED, "interrupted");
    }
  }

  private static Offered read(Process process) throws IOException, InterruptedException {
    // It writes a few lines, which its pipe can hold until it has ended.
    if (!process.waitFor((long) (MOST_MILLIS * HostWatch.slowness()), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
      throw new CannotGoOn(
          ExitCode.COULD_NOT_RUN,
          "the transports on the class path were not all made in "
              + MOST_MILLIS / 1000
              + " s; a constructor must not wait");
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return parse(text.lines().toList());
  }

  static Offered parse(List<String> lines) {
    List<String> names = new ArrayList<>();
    List<Boolean> runtime = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    List<String> hanging = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      if (words.length == 3 && words[0].equals("ok")) {
        names.add(words[2]);
        runtime.add(words[1].equals("runtime"));
      } else if (words.length == 3 && words[0].equals("bad")) {
        broken.add(words[1]);
      } else if (words.length == 3 && words[0].equals("hangs")) {
        hanging.add("class=" + words[1] + " hangs in " + words[2]);
      }
    }
    return new Offered(
        List.copyOf(names), List.copyOf(runtime), List.copyOf(broken), List.copyOf(hanging));
  }
}
