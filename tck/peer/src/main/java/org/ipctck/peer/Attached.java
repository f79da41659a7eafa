package org.ipctck.peer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files without a name that are open while a command sends their descriptors with its messages. */
final class Attached implements AutoCloseable {
  private static final Path OWN = Path.of("/proc/self/fd");

  private final List<FileChannel> files = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();

  /** Makes and opens a file at each of these paths, and leaves only its descriptor. */
  static Attached at(List<?> paths) throws IOException {
    Attached attached = new Attached();
    for (Object path : paths) {
      attached.open(Path.of(JsonObject.as(String.class, "attach", path)));
    }
    return attached;
  }

  private void open(Path path) throws IOException {
    Set<Integer> before = numbersOf(path);
    files.add(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    Set<Integer> now = numbersOf(path);
    now.removeAll(before);
    numbers.addAll(now);
    Files.delete(path);
  }

  /** A library without calls of the system learns a number only by looking for it. */
  private static Set<Integer> numbersOf(Path path) throws IOException {
    Set<Integer> found = new HashSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(OWN)) {
      for (Path link : all) {
        if (pointsTo(link, path)) {
          found.add(Integer.parseInt(String.valueOf(link.getFileName())));
        }
      }
    }
    return found;
  }

  private static boolean pointsTo(Path link, Path path) {
    try {
      return Files.readSymbolicLink(link).equals(path);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  /** The numbers of the descriptors, in the order of the paths. */
  List<Integer> numbers() {
    return numbers;
  }

  @Override
  public void close() throws IOException {
    for (FileChannel file : files) {
      file.close();
    }
  }
}
