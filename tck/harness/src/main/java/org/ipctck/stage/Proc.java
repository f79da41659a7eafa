package org.ipctck.stage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the kernel says of processes, read from {@code /proc}. */
final class Proc {
  private static final Path ROOT = Path.of("/proc");

  private Proc() {}

  /** State, parent, process group and session of a task. */
  record Stat(long pid, char state, long parent, long group, long session) {
    /** Whether it still runs or could. */
    boolean lives() {
      return state != 'Z' && state != 'X' && state != ' ';
    }
  }

  /** What stands in stat; state is a blank when the process is gone. */
  static Stat stat(long pid) {
    return parse(pid, text(ROOT.resolve(pid + "/stat")));
  }

  private static Stat parse(long pid, String text) {
    int end = text.lastIndexOf(')');
    if (end < 0) {
      return new Stat(pid, ' ', -1, -1, -1);
    }
    String[] words = text.substring(end + 2).split(" ");
    return new Stat(
        pid,
        words[0].charAt(0),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]));
  }

  /** Every process of the host. */
  static List<Stat> all() {
    List<Stat> all = new ArrayList<>();
    for (Path path : list(ROOT)) {
      String name = path.getFileName().toString();
      if (Character.isDigit(name.charAt(0))) {
        all.add(stat(Long.parseLong(name)));
      }
    }
    return all;
  }

  /** The state of each thread of a process, with its name. */
  record Task(String name, char state) {}

  /** The threads of a process. */
  static List<Task> tasks(long pid) {
    List<Task> tasks = new ArrayList<>();
    for (Path path : list(ROOT.resolve(pid + "/task"))) {
      String text = text(path.resolve("stat"));
      int open = text.indexOf('(');
      int end = text.lastIndexOf(')');
      if (open >= 0 && end > open) {
        tasks.add(new Task(text.substring(open + 1, end), text.charAt(end + 2)));
      }
    }
    return tasks;
  }

  /** The name of each thread of a process; cheaper than what it is doing. */
  static List<String> threads(long pid) {
    return list(ROOT.resolve(pid + "/task")).stream()
        .map(path -> text(path.resolve("comm")).strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /**
   * The children of a process, found by what each of its threads has started; to look at the parent
   * of every process of the host takes ten times as long.
   */
  static List<Long> children(long pid) {
    List<Long> children = new ArrayList<>();
    for (Path path : list(ROOT.resolve(pid + "/task"))) {
      for (String child : text(path.resolve("children")).split(" ")) {
        if (!child.isBlank()) {
          children.add(Long.parseLong(child.strip()));
        }
      }
    }
    return children;
  }

  /** The first child of a process, or the process itself when it has none. */
  static long firstChild(long pid) {
    String children = text(pid, "task/" + pid + "/children").strip();
    return children.isEmpty() ? pid : Long.parseLong(children.split(" ")[0]);
  }

  /** The processor time of a thread of a process in nanoseconds; negative when it is not told. */
  static long processorNanos(long pid, String thread) {
    for (Path path : list(ROOT.resolve(pid + "/task"))) {
      String stat = text(path.resolve("stat"));
      if (stat.contains("(" + thread + ")")) {
        // The kernel counts here by the nanosecond, and in stat by the hundredth of a second.
        return processorNanos(path);
      }
    }
    return -1;
  }

  /** Processor time of all threads that a process has now, in nanoseconds; -1 when it is gone. */
  static long processorNanos(long pid) {
    long sum = -1;
    for (Path path : list(ROOT.resolve(pid + "/task"))) {
      sum = Math.max(sum, 0) + Math.max(processorNanos(path), 0);
    }
    return sum;
  }

  private static long processorNanos(Path task) {
    String first = text(task.resolve("schedstat")).split(" ")[0];
    return first.isEmpty() ? -1 : Long.parseLong(first);
  }

  /** How long each thread of a process has waited for a processor since it began, by its id. */
  static Map<Long, Long> queuedNanos(long pid) {
    Map<Long, Long> queued = new HashMap<>();
    for (Path path : list(ROOT.resolve(pid + "/task"))) {
      String[] words = text(path.resolve("schedstat")).split(" ");
      if (words.length > 1) {
        queued.put(Long.parseLong(path.getFileName().toString()), Long.parseLong(words[1]));
      }
    }
    return queued;
  }

  /** The effective user and group of a process, as the kit's own user namespace counts. */
  record Rights(long user, long group) {}

  /** The rights of a process; empty when it is gone. */
  static Optional<Rights> rights(long pid) {
    String status = text(pid, "status");
    return effective(status, "Uid:")
        .flatMap(user -> effective(status, "Gid:").map(group -> new Rights(user, group)));
  }

  /** Real, effective, saved and file system id stand in one line. */
  private static Optional<Long> effective(String status, String key) {
    return status
        .lines()
        .filter(line -> line.startsWith(key))
        .map(line -> Long.valueOf(line.substring(key.length()).strip().split("\\s+")[1]))
        .findFirst();
  }

  /** What each open descriptor of a process refers to. */
  static List<String> descriptors(long pid) {
    List<String> targets = new ArrayList<>();
    for (Path path : list(ROOT.resolve(pid + "/fd"))) {
      try {
        targets.add(Files.readSymbolicLink(path).toString());
      } catch (IOException closedMeanwhile) {
        // It was closed between the listing and the look.
      }
    }
    return targets;
  }

  /** How many mappings of files below one of these prefixes, or of memory files, a process has. */
  static int mappings(long pid, String prefix) {
    return (int)
        text(ROOT.resolve(pid + "/maps"))
            .lines()
            .filter(line -> line.contains(prefix) || line.contains("/memfd:"))
            .count();
  }

  /** The text of a file of a process, empty when it is gone. */
  static String text(long pid, String file) {
    return text(ROOT.resolve(pid + "/" + file));
  }

  /** The entries of a directory, empty when it is gone. */
  static List<Path> list(Path directory) {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(paths::add);
    } catch (IOException | DirectoryIteratorException gone) {
      // A process that is gone holds nothing.
    }
    return paths;
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException gone) {
      return "";
    }
  }
}
