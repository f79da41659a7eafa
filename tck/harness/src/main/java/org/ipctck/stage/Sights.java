package org.ipctck.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.ipctck.history.Sight;

/** Looks at names and descriptors, without touching them. */
final class Sights {
  private static final int FORMAT = 0170000;
  private static final int SMALL = 1 << 16;

  private Sights() {}

  /** What lies below a directory, as seen from it. */
  static List<Sight.Name> names(Path directory, boolean contents) {
    List<Sight.Name> names = new ArrayList<>();
    add(directory, directory, contents, names);
    names.sort((a, b) -> a.path().compareTo(b.path()));
    return names;
  }

  private static void add(Path top, Path directory, boolean contents, List<Sight.Name> names) {
    for (Path path : Proc.list(directory)) {
      Optional<Sight.Name> name = name(top, path, contents);
      name.ifPresent(names::add);
      if (name.isPresent() && name.get().type() == Sight.Type.DIRECTORY) {
        add(top, path, contents, names);
      }
    }
  }

  /** What stands at a path; empty when nothing does. */
  static Optional<Sight.Name> name(Path top, Path path, boolean contents) {
    try {
      Map<String, Object> found =
          Files.readAttributes(path, "unix:mode,ino,uid", LinkOption.NOFOLLOW_LINKS);
      int mode = (int) number(found, "mode");
      Sight.Type type = type(mode & FORMAT);
      String content = contents ? content(path, type) : "";
      String shown = path.startsWith(top) ? top.relativize(path).toString() : path.toString();
      return Optional.of(
          new Sight.Name(
              shown,
              type,
              mode & 07777,
              (int) number(found, "uid"),
              number(found, "ino"),
              content));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static long number(Map<String, Object> found, String attribute) {
    return ((Number) Objects.requireNonNull(found.get(attribute))).longValue();
  }

  private static Sight.Type type(int format) {
    return switch (format) {
      case 0100000 -> Sight.Type.FILE;
      case 0040000 -> Sight.Type.DIRECTORY;
      case 0120000 -> Sight.Type.LINK;
      case 0010000 -> Sight.Type.FIFO;
      case 0140000 -> Sight.Type.SOCKET;
      default -> Sight.Type.OTHER;
    };
  }

  private static String content(Path path, Sight.Type type) throws IOException {
    return switch (type) {
      case LINK -> Files.readSymbolicLink(path).toString();
      case DIRECTORY ->
          Proc.list(path).stream().map(Path::getFileName).sorted().toList().toString();
      case FILE -> Files.size(path) > SMALL ? "bytes=" + Files.size(path) : sum(path);
      default -> "";
    };
  }

  private static String sum(Path path) throws IOException {
    CRC32 crc = new CRC32();
    byte[] bytes = Files.readAllBytes(path);
    crc.update(bytes);
    return "bytes=" + bytes.length + " crc32=" + Long.toHexString(crc.getValue());
  }

  /** What a process has open, and the files that it has mapped. */
  static List<Sight.Held> held(String process, long pid) {
    List<Sight.Held> held = new ArrayList<>();
    for (Path path : Proc.list(Path.of("/proc/" + pid + "/fd"))) {
      try {
        String number = path.getFileName().toString();
        String target = Files.readSymbolicLink(path).toString();
        Map<String, Object> found = Files.readAttributes(path, "unix:mode,ino,size");
        long size =
            type((int) number(found, "mode") & FORMAT) == Sight.Type.FILE
                ? number(found, "size")
                : -1;
        int flags = flags(pid, number);
        held.add(
            new Sight.Held(
                process, Integer.parseInt(number), target, number(found, "ino"), flags, size));
      } catch (IOException closedMeanwhile) {
        // It was closed between the listing and the look.
      }
    }
    mapped(process, pid, held);
    return held;
  }

  private static int flags(long pid, String number) {
    return Proc.text(pid, "fdinfo/" + number)
        .lines()
        .filter(line -> line.startsWith("flags:"))
        .findFirst()
        .map(line -> Integer.parseInt(line.substring(6).strip(), 8))
        .orElse(0);
  }

  /** The size of a file by a range that is mapped of it; only root is told. */
  private static long mapped(long pid, String range) {
    try {
      return Files.size(Path.of("/proc/" + pid + "/map_files/" + range));
    } catch (IOException notTold) {
      return -1;
    }
  }

  /** A line of maps is range, rights, offset, device, inode and path. */
  private static void mapped(String process, long pid, List<Sight.Held> held) {
    Proc.text(pid, "maps")
        .lines()
        .map(line -> line.split("\\s+", 6))
        .filter(words -> words.length == 6 && words[5].startsWith("/"))
        .map(
            words ->
                new Sight.Held(
                    process, -1, words[5], Long.parseLong(words[4]), 0, mapped(pid, words[0])))
        .distinct()
        .forEach(held::add);
  }
}
