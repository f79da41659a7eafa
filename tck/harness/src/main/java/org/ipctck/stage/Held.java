package org.ipctck.stage;

import java.nio.file.Path;
import org.ipctck.history.Census;

/** What a process holds, counted from outside. */
record Held(int descriptors, int threads, int children) {

  static Held of(long pid) {
    return new Held(Proc.descriptors(pid).size(), threads(pid), children(pid));
  }

  private static int threads(long pid) {
    return (int) Proc.threads(pid).stream().filter(name -> !RuntimeThreads.has(name)).count();
  }

  private static int children(long pid) {
    // A child that has ended and was not waited for holds nothing but its number.
    return (int) Proc.children(pid).stream().filter(child -> Proc.stat(child).lives()).count();
  }

  /** So many descriptors less. */
  Held without(int closed) {
    return new Held(descriptors - closed, threads, children);
  }

  /** Whether it is more than before in any respect. */
  boolean exceeds(Held before) {
    return exceeds(before, 1);
  }

  /** Whether it is more than before in any respect, by so many at least. */
  boolean exceeds(Held before, int by) {
    return descriptors >= before.descriptors + by
        || threads >= before.threads + by
        || children >= before.children + by;
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
