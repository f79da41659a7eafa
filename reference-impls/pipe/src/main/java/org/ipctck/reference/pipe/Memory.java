package org.ipctck.reference.pipe;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.ipctck.spi.TransportException;

/** Files that have no name: pipe2(2), memfd_create(2). */
final class Memory {
  private static final int MFD_CLOEXEC = 1;
  private static final MethodHandle PIPE2 = Posix.call("pipe2", 'i', "pi", 0);
  private static final MethodHandle MEMFD = Posix.call("memfd_create", 'i', "pi", 0);

  private Memory() {}

  /** A pipe: its reading and its writing end, both non-blocking and closed on exec. */
  static int[] pipe() throws TransportException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(JAVA_INT, 2);
      int flags = Constants.O_NONBLOCK | Constants.O_CLOEXEC;
      Failure.check(pipe2(ends, flags), "a pipe is made", "");
      return ends.toArray(JAVA_INT);
    }
  }

  private static int pipe2(MemorySegment ends, int flags) {
    MemorySegment state = Posix.state();
    try {
      return (int) Posix.result(state, (int) PIPE2.invokeExact(state, ends, flags));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  /** A file in memory; the name is for people who look at descriptors. */
  static int file(String name) {
    MemorySegment state = Posix.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      return (int) Posix.result(state, (int) MEMFD.invokeExact(state, text, MFD_CLOEXEC));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }
}
