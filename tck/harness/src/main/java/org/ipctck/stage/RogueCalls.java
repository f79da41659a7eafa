package org.ipctck.stage;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The system calls of a stranger at a FIFO or a socket of any type; none of them waits. */
final class RogueCalls {
  private static final int O_WRONLY = 1;
  private static final int O_NONBLOCK = 04000;
  private static final int O_CLOEXEC = 02000000;
  private static final int AF_UNIX = 1;
  private static final int MSG_NOSIGNAL = 0x4000;

  /** The path in a socket's address has room for so many bytes; unix(7). */
  private static final int LONGEST_PATH = 107;

  /** Stream, datagram and seqpacket: connecting fails at once with the wrong one. */
  private static final int[] TYPES = {1, 5, 2};

  private static final MethodHandle OPEN =
      Posix.handle(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle WRITE =
      Posix.handle("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle SEND =
      Posix.handle(
          "send", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle CLOSE =
      Posix.handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle SOCKET =
      Posix.handle("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle CONNECT =
      Posix.handle("connect", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

  private RogueCalls() {}

  /** Opens a FIFO that somebody reads; a descriptor, negative when nobody does. */
  static int openFifo(Path path) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path.toString());
      return (int)
          Posix.call(() -> (int) OPEN.invokeExact(name, O_WRONLY | O_NONBLOCK | O_CLOEXEC));
    }
  }

  /** Connects to a socket, of whatever type it is; a descriptor, negative when it cannot be. */
  static int connect(Path path) {
    byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
    if (name.length > LONGEST_PATH) {
      return -1;
    }
    try (Arena arena = Arena.ofConfined()) {
      int length = 2 + LONGEST_PATH + 1;
      MemorySegment address = arena.allocate(length, 2);
      address.set(JAVA_SHORT, 0, (short) AF_UNIX);
      MemorySegment.copy(name, 0, address, JAVA_BYTE, 2, name.length);
      for (int type : TYPES) {
        int kind = type | O_NONBLOCK | O_CLOEXEC;
        int fd = (int) Posix.call(() -> (int) SOCKET.invokeExact(AF_UNIX, kind, 0));
        if (fd >= 0 && Posix.call(() -> (int) CONNECT.invokeExact(fd, address, length)) == 0) {
          return fd;
        }
        close(fd);
      }
      return -1;
    }
  }

  /** Writes what there is room for; how much that was, negative when there was none. */
  static long write(int fd, byte[] bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocateFrom(JAVA_BYTE, bytes);
      long size = bytes.length;
      long sent = Posix.call(() -> (long) SEND.invokeExact(fd, memory, size, MSG_NOSIGNAL));
      return sent >= 0 ? sent : Posix.call(() -> (long) WRITE.invokeExact(fd, memory, size));
    }
  }

  /** Closes a descriptor, if it is one. */
  static void close(int fd) {
    if (fd >= 0) {
      Posix.call(() -> (int) CLOSE.invokeExact(fd));
    }
  }
}
