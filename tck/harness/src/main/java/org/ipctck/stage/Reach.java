package org.ipctck.stage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user without rights can reach of a command: its program, its files, its class path. */
final class Reach {
  private Reach() {}

  /** The first file of a command that the other user may not read; empty when it may read all. */
  static Optional<Path> barred(List<String> command) throws InterruptedException {
    if (!readable(Path.of("/"))) {
      // Nobody can become the other user here, so what he may read is not known.
      return Optional.empty();
    }
    for (Path path : paths(command)) {
      if (!readable(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private static List<Path> paths(List<String> command) {
    List<Path> paths = new ArrayList<>(program(command.getFirst()).stream().toList());
    command.stream()
        .skip(1)
        .flatMap(word -> Arrays.stream(word.split(File.pathSeparator)))
        .filter(word -> !word.isEmpty() && word.indexOf('\0') < 0)
        .map(Path::of)
        .filter(Files::exists)
        .forEach(paths::add);
    return paths;
  }

  private static Optional<Path> program(String word) {
    if (word.indexOf('/') >= 0) {
      return Optional.of(Path.of(word));
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, word))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean readable(Path path) throws InterruptedException {
    List<String> words = new ArrayList<>(Wrapping.nobody());
    words.addAll(List.of("test", "-r", path.toAbsolutePath().toString()));
    try {
      return Nursery.start(new ProcessBuilder(words)).waitFor() == 0;
    } catch (IOException noSuchTool) {
      // Then nothing can be said of files, and the failure keeps its own words.
      return true;
    }
  }
}
