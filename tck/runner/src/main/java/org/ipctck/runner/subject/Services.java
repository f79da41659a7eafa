package org.ipctck.runner.subject;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ipctck.runner.exit.CannotGoOn;

/** The transports that a class path offers, read from its service files: no class is loaded. */
public final class Services {
  private static final String FILE = "META-INF/services/org.ipctck.spi.Transport";

  private Services() {}

  /** The entries of a class path; {@code folder/*} stands for the jars of a folder. */
  public static List<Path> entries(String classpath) {
    return Arrays.stream(classpath.split(File.pathSeparator))
        .filter(word -> !word.isBlank())
        .flatMap(Services::expand)
        .toList();
  }

  private static Stream<Path> expand(String word) {
    if (!word.endsWith("/*")) {
      Path path = Path.of(word);
      if (!Files.isReadable(path)) {
        throw CannotGoOn.usage("a class path entry cannot be read: path=" + word + "; check it");
      }
      return Stream.of(path);
    }
    Path folder = Path.of(word.substring(0, word.length() - 2));
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().endsWith(".jar")).sorted().toList().stream();
    } catch (IOException e) {
      throw CannotGoOn.usage("a folder of jars cannot be read: path=" + folder + "; check it");
    }
  }

  /** The class names of all transports, in the order of the class path. */
  public static List<String> transports(List<Path> classpath) {
    List<String> found = new ArrayList<>();
    for (Path entry : classpath) {
      lines(entry)
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty() && !found.contains(line))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  private static Stream<String> lines(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        return read(entry.resolve(FILE));
      }
      try (FileSystem jar = FileSystems.newFileSystem(entry)) {
        return read(jar.getPath(FILE));
      }
    } catch (IOException | RuntimeException e) {
      throw CannotGoOn.usage(
          "a class path entry is a folder or a jar: path=" + entry + " problem=" + e.getMessage());
    }
  }

  private static Stream<String> read(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file).stream() : Stream.empty();
  }
}
