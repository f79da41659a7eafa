package org.ipctck.reference.pipe;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.ipctck.reference.posix.CLibrary;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Failure;
import org.ipctck.spi.TransportException;

/** Pipes and files in memory: mkfifo(3), pipe2(2), memfd_create(2). */
final class Memory {
  private static final int MFD_CLOEXEC = 1;
  private static final MemorySegment MKFIFO = CLibrary.symbol("mkfifo");
  private static final MemorySegment PIPE2 = CLibrary.symbol("pipe2");
  private static final MemorySegment MEMFD = CLibrary.symbol("memfd_create");

  private Memory() {}

  /** Makes a pipe that has a name. */
  static int fifo(String path, int mode) {
    try (Arena arena = Arena.ofConfined()) {
      return CLibrary.number(MKFIFO, arena.allocateFrom(path), mode, 0);
    }
  }

  /** A pipe: its reading and its writing end, both non-blocking and closed on exec. */
  static int[] pipe() throws TransportException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(JAVA_INT, 2);
      int flags = Constants.O_NONBLOCK | Constants.O_CLOEXEC;
      Failure.check(CLibrary.number(PIPE2, ends, flags, 0), "a pipe is made", "");
      return ends.toArray(JAVA_INT);
    }
  }

  /** A file in memory; the name is for people who look at descriptors. */
  static int file(String name) {
    try (Arena arena = Arena.ofConfined()) {
      return CLibrary.number(MEMFD, arena.allocateFrom(name), MFD_CLOEXEC, 0);
    }
  }
}
