package org.ipctck.reference.sharedmemory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The calls about files; each returns what the kernel returns, negated error numbers included. */
final class Posix {
  private static final MethodHandle OPEN = Native.call("open", 'i', "pii", 2);
  private static final MethodHandle CLOSE = Native.call("close", 'i', "i", 0);
  private static final MethodHandle PREAD = Native.call("pread", 'l', "ipll", 0);
  private static final MethodHandle PWRITE = Native.call("pwrite", 'l', "ipll", 0);
  private static final MethodHandle FCNTL = Native.call("fcntl", 'i', "iip", 2);
  private static final MethodHandle FALLOCATE = Native.call("posix_fallocate", 'i', "ill", 0);
  private static final MethodHandle FCHMOD = Native.call("fchmod", 'i', "ii", 0);
  private static final MethodHandle LINKAT = Native.call("linkat", 'i', "ipipi", 0);
  private static final MethodHandle RENAME = Native.call("rename", 'i', "pp", 0);
  private static final MethodHandle UNLINK = Native.call("unlink", 'i', "p", 0);
  private static final MethodHandle STATX = Native.call("statx", 'i', "ipiip", 0);
  private static final MethodHandle GETEUID = Native.call("geteuid", 'i', "", 0);

  private Posix() {}

  static int open(String path, int flags, int mode) {
    MemorySegment state = Native.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      return (int) Native.result(state, (int) OPEN.invokeExact(state, name, flags, mode));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  static int close(int fd) {
    MemorySegment state = Native.state();
    try {
      return (int) Native.result(state, (int) CLOSE.invokeExact(state, fd));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  static long pread(int fd, MemorySegment into, long bytes, long offset) {
    MemorySegment state = Native.state();
    try {
      return Native.result(state, (long) PREAD.invokeExact(state, fd, into, bytes, offset));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  static long pwrite(int fd, MemorySegment from, long bytes, long offset) {
    MemorySegment state = Native.state();
    try {
      return Native.result(state, (long) PWRITE.invokeExact(state, fd, from, bytes, offset));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  static int fcntl(int fd, int command, MemorySegment lock) {
    MemorySegment state = Native.state();
    try {
      return (int) Native.result(state, (int) FCNTL.invokeExact(state, fd, command, lock));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  /** Reserves the blocks of a file, so that no later touch can find the file system full. */
  static int fallocate(int fd, long bytes) {
    MemorySegment state = Native.state();
    try {
      // The error number is what it returns.
      return -(int) FALLOCATE.invokeExact(state, fd, 0L, bytes);
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  static int fchmod(int fd, int mode) {
    MemorySegment state = Native.state();
    try {
      return (int) Native.result(state, (int) FCHMOD.invokeExact(state, fd, mode));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  /** Gives a name to an open file that has none; fails when the name is taken. */
  static int link(int fd, String path) {
    MemorySegment state = Native.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment from = arena.allocateFrom("/proc/self/fd/" + fd);
      MemorySegment to = arena.allocateFrom(path);
      int here = Constants.AT_FDCWD;
      int follow = Constants.AT_SYMLINK_FOLLOW;
      return (int)
          Native.result(state, (int) LINKAT.invokeExact(state, here, from, here, to, follow));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  static int rename(String from, String to) {
    MemorySegment state = Native.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment old = arena.allocateFrom(from);
      MemorySegment name = arena.allocateFrom(to);
      return (int) Native.result(state, (int) RENAME.invokeExact(state, old, name));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  static int unlink(String path) {
    MemorySegment state = Native.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      return (int) Native.result(state, (int) UNLINK.invokeExact(state, name));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  static int statx(int directory, String path, int flags, MemorySegment into) {
    MemorySegment state = Native.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      int basic = Constants.STATX_BASIC_STATS;
      return (int)
          Native.result(state, (int) STATX.invokeExact(state, directory, name, flags, basic, into));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  static int geteuid() {
    try {
      return (int) GETEUID.invokeExact(Native.state());
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }
}
