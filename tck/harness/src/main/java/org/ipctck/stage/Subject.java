package org.ipctck.stage;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is judged and how its processes are started.
 *
 * @param name the name asked for; empty until its hello says it
 * @param hosting what plays its ends
 * @param command the program and its arguments, without the words of the profile's launch
 * @param environment variables to add to the kit's own
 */
public record Subject(
    String name, Hosting hosting, List<String> command, Map<String, String> environment) {

  /** What plays the ends of a scenario. */
  public enum Hosting {
    /** Threads of one peer JVM. */
    THREAD,
    /** A JVM for each process of the scenario. */
    JVM,
    /** A process of a program in any language for each process of the scenario. */
    COMMAND
  }

  /**
   * Short-lived processes want a cheap start: one compiler, the serial collector, no performance
   * file. Everything that a JVM says goes to standard error, since standard output is the
   * protocol's; compiler threads do not come and go, since threads are counted for leaks.
   */
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-XX:-UseDynamicNumberOfCompilerThreads",
          // What a class cache remembers of its training is compiled at once, and what a peer does
          // twice is compiled too early: a third of what a peer costs that lives for a second.
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining",
          "-XX:CompileThresholdScaling=5",
          "-XX:+DisplayVMOutputToStderr",
          "-XX:+ErrorFileToStderr",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          // To call one constructor by reflection generates twenty classes otherwise.
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "--enable-native-access=ALL-UNNAMED");

  public Subject {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** A transport of this name on a class path that also holds the peer. */
  public static Subject java(String transport, List<Path> classpath, Hosting hosting) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-cp");
    command.add(
        classpath.stream()
            .map(path -> path.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    command.addAll(List.of("org.ipctck.peer.PeerMain", "--transport", transport));
    return new Subject(transport, hosting, command, Map.of());
  }

  /** A program, written as in a shell: words, with quotes around those that hold spaces. */
  public static Subject command(String line) {
    return new Subject("", Hosting.COMMAND, words(line), Map.of());
  }

  /** The same with another flag of its JVM. */
  public Subject with(String flag) {
    List<String> flagged = new ArrayList<>(command);
    flagged.add(1, flag);
    return new Subject(name, hosting, flagged, environment);
  }

  /** The same with more words at the end of its command. */
  public Subject and(String... words) {
    List<String> longer = new ArrayList<>(command);
    longer.addAll(List.of(words));
    return new Subject(name, hosting, longer, environment);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = ' ';
    boolean open = false;
    for (char c : line.toCharArray()) {
      if (quote != ' ') {
        if (c == quote) {
          quote = ' ';
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        open = true;
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
        open = true;
      } else if (open) {
        words.add(word.toString());
        word.setLength(0);
        open = false;
      }
    }
    if (open) {
      words.add(word.toString());
    }
    return words;
  }
}
