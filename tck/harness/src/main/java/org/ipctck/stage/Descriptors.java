package org.ipctck.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** How many descriptors a living process may have; prlimit(2). */
final class Descriptors {
  private final long pid;
  private final long usual;

  private Descriptors(long pid, long usual) {
    this.pid = pid;
    this.usual = usual;
  }

  /** Those of a process. */
  static Descriptors of(long pid) throws IOException {
    return new Descriptors(pid, Posix.mostDescriptors(pid));
  }

  /** Leaves it so many free numbers: the kernel gives out the lowest, below the limit. */
  void leave(int spare) throws IOException {
    Set<Integer> taken =
        Proc.list(Path.of("/proc/" + pid + "/fd")).stream()
            .map(path -> Integer.parseInt(path.getFileName().toString()))
            .collect(Collectors.toSet());
    int limit = 0;
    for (int free = 0; free < spare || taken.contains(limit); limit++) {
      free += taken.contains(limit) ? 0 : 1;
    }
    Posix.limitDescriptors(pid, limit);
  }

  /** Gives back what it could have. */
  void restore() throws IOException {
    Posix.limitDescriptors(pid, usual);
  }
}
