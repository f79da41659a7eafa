package org.ipctck.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders of one stage: short paths for channels, memory for logs; nothing stays behind. */
final class Scratch implements AutoCloseable {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long MEMORY_BYTES = 16L << 20;

  /** With less than this a channel's file or a log may not find room. */
  private static final long LEAST_BYTES = 64L << 10;

  private static final Pattern NAME =
      Pattern.compile("ipct-([0-9a-z]{1,9})-([0-9a-z]+)-\\d+(-logs)?");
  private static final AtomicInteger STAGES = new AtomicInteger();

  /**
   * The folders of one try.
   *
   * @param channels where channels may put files
   * @param logs what is the kit's
   * @param lent where channels that were there before may have put files
   */
  record Try(Path channels, Path logs, List<Path> lent) {
    /** With the directories of channels that were there before. */
    Try with(List<Path> directories) {
      return new Try(channels, logs, List.copyOf(directories));
    }

    /** Whether a file lies in the directory of a channel. */
    boolean holds(String file) {
      return Stream.concat(Stream.of(channels), lent.stream())
          .anyMatch(directory -> file.startsWith(directory + "/"));
    }

    /** Lets every user make names here, as in a directory for temporary files. */
    void openToAll() {
      try {
        Set<PosixFilePermission> all = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(Objects.requireNonNull(channels.getParent()), all);
        Files.setAttribute(channels, "unix:mode", 01777);
        for (Path inside : Proc.list(channels)) {
          Files.setAttribute(inside, "unix:mode", 01777);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the scratch directory must be writable: " + channels, e);
      }
    }

    /** The directory of a channel. */
    Path channel(String folder) {
      return folder.isEmpty() ? channels : channels.resolve(folder);
    }

    /** The files that lie in the directories of channels, as seen from there. */
    List<String> files() {
      List<String> files = new ArrayList<>(Scratch.files(channels));
      lent.forEach(directory -> files.addAll(Scratch.files(directory)));
      return files;
    }
  }

  private final Path channels;
  private final Path logs;
  private final boolean keep;
  private final AtomicInteger tries = new AtomicInteger();
  private final AtomicInteger families = new AtomicInteger();

  private Scratch(Path channels, Path logs, boolean keep) {
    this.channels = channels;
    this.logs = logs;
    this.keep = keep;
  }

  /** Clears what dead kits left and makes folders of its own. */
  static Scratch open(Path root, boolean keep) {
    Path memory = hasRoom() ? MEMORY : root;
    String name = Kit.here().prefix() + STAGES.incrementAndGet();
    try {
      Files.createDirectories(root);
      clear(root);
      clear(memory);
      Path channels = Files.createDirectories(root.resolve(name));
      Path logs = Files.createDirectories(memory.resolve(name + "-logs"));
      return new Scratch(channels, logs, keep);
    } catch (IOException e) {
      throw unwritable(root, e);
    }
  }

  /** A log that finds no room kills whoever writes it. */
  private static boolean hasRoom() {
    try {
      return Files.isWritable(MEMORY)
          && Files.getFileStore(MEMORY).getUsableSpace() >= MEMORY_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }

  /** What cannot be written, why, and what to do about it. */
  static UncheckedIOException unwritable(Path path, IOException problem) {
    String why =
        problem instanceof FileSystemException told && told.getReason() != null
            ? told.getReason()
            : String.valueOf(problem.getMessage());
    return new UncheckedIOException(
        "the scratch directory must be writable: path="
            + path
            + " problem="
            + why
            + "; make room there, or name another with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR",
        problem);
  }

  /** Which of the folders has no room left, in a sentence; empty while both have. */
  Optional<String> full() {
    return Stream.of(channels, logs)
        .filter(Scratch::isFull)
        .findFirst()
        .map(path -> String.valueOf(unwritable(path, new IOException("no room")).getMessage()));
  }

  private static boolean isFull(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      return store.getTotalSpace() > 0 && store.getUsableSpace() < LEAST_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }

  private static void clear(Path root) throws IOException {
    for (Path path : Proc.list(root)) {
      Matcher matcher = NAME.matcher(path.getFileName().toString());
      if (matcher.matches() && Kit.of(matcher.group(1), matcher.group(2)).dead()) {
        delete(path);
      }
    }
  }

  /** Makes the folders of the next try. */
  Try next() {
    return made("t" + tries.incrementAndGet());
  }

  /** Makes the folders of processes that live longer than a try. */
  Try family() {
    return made("f" + families.incrementAndGet());
  }

  private Try made(String name) {
    Try folders = new Try(channels.resolve(name), logs.resolve(name), List.of());
    try {
      Files.createDirectory(folders.channels);
      Files.createDirectory(folders.logs);
    } catch (IOException e) {
      throw unwritable(channels, e);
    }
    return folders;
  }

  /** Removes the folders of a try. */
  void done(Try folders) {
    if (!keep) {
      delete(folders.channels);
      delete(folders.logs);
      folders.lent.forEach(Scratch::delete);
    }
  }

  /** Where the folders of tries are. */
  Path channels() {
    return channels;
  }

  @Override
  public void close() {
    if (!keep) {
      delete(channels);
    }
    delete(logs);
  }

  private static List<String> files(Path folder) {
    List<String> found = new ArrayList<>();
    visit(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(folder.relativize(file).toString());
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static void delete(Path folder) {
    visit(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void visit(Path folder, SimpleFileVisitor<Path> visitor) {
    try {
      Files.walkFileTree(folder, visitor);
    } catch (IOException changing) {
      // Whoever still writes there is being killed; what stays is cleared by the next kit.
    }
  }
}
