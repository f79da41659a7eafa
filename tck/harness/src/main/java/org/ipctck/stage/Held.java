package org.ipctck.stage;

import java.nio.file.Path;
import org.ipctck.history.Census;

/** What a process holds, counted from outside. */
record Held(int descriptors, int threads, int children) {

  static Held of(long pid) {
    return new Held(Proc.descriptors(pid).size(), Proc.tasks(pid).size(), children(pid));
  }

  private static int children(long pid) {
    return ProcessHandle.of(pid).map(handle -> (int) handle.children().count()).orElse(0);
  }

  /** Whether it is more than before in any respect. */
  boolean exceeds(Held before) {
    return descriptors > before.descriptors
        || threads > before.threads
        || children > before.children;
  }

  /** What a history keeps of it. */
  static Census census(String process, int round, long pid, Scratch.Try folder) {
    Held held = of(pid);
    Path channels = folder.channels();
    return new Census(
        process,
        round,
        held.descriptors,
        held.threads,
        Proc.mappings(pid, channels.toString()),
        held.children,
        folder.files().size());
  }
}
