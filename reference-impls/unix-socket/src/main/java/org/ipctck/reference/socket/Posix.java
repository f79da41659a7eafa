package org.ipctck.reference.socket;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls of the C library that a socket and its names need. Each returns what the call returned,
 * or the negated error number, as the kernel itself does.
 */
final class Posix {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final VarHandle ERRNO =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final ThreadLocal<MemorySegment> STATE =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

  private static final MethodHandle READ = call("read", 'l', "ipl", 0);
  private static final MethodHandle WRITE = call("write", 'l', "ipl", 0);
  private static final MethodHandle PREAD = call("pread", 'l', "ipll", 0);
  private static final MethodHandle PWRITE = call("pwrite", 'l', "ipll", 0);
  private static final MethodHandle POLL = call("poll", 'i', "pli", 0);
  private static final MethodHandle OPEN = call("open", 'i', "pii", 2);
  private static final MethodHandle CLOSE = call("close", 'i', "i", 0);
  private static final MethodHandle FCNTL = call("fcntl", 'i', "iii", 2);
  private static final MethodHandle FCNTL_LOCK = call("fcntl", 'i', "iip", 2);
  private static final MethodHandle EVENTFD = call("eventfd", 'i', "ii", 0);
  private static final MethodHandle UNLINK = call("unlink", 'i', "p", 0);
  private static final MethodHandle LINKAT = call("linkat", 'i', "ipipi", 0);
  private static final MethodHandle FCHMODAT = call("fchmodat", 'i', "ipii", 0);
  private static final MethodHandle STATX = call("statx", 'i', "ipiip", 0);
  private static final MethodHandle GETEUID = call("geteuid", 'i', "", 0);

  private Posix() {}

  /** Where a call of this thread leaves its error number. */
  static MemorySegment state() {
    return STATE.get();
  }

  /**
   * A handle of a function; the types are i, l and p, and {@code fixed} is 0 or the first variadic.
   */
  static MethodHandle call(String name, char result, String arguments, int fixed) {
    List<MemoryLayout> layouts = new ArrayList<>();
    arguments.chars().forEach(type -> layouts.add(layout((char) type)));
    List<Linker.Option> options = new ArrayList<>();
    options.add(Linker.Option.captureCallState("errno"));
    if (fixed > 0) {
      options.add(Linker.Option.firstVariadicArg(fixed));
    }
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(layout(result), layouts.toArray(MemoryLayout[]::new)),
        options.toArray(Linker.Option[]::new));
  }

  private static MemoryLayout layout(char type) {
    return switch (type) {
      case 'i' -> JAVA_INT;
      case 'l' -> JAVA_LONG;
      case 'p' -> ADDRESS;
      default -> throw new IllegalArgumentException("a type is i, l or p: type=" + type);
    };
  }

  static long read(int fd, MemorySegment into, long bytes) {
    MemorySegment state = STATE.get();
    try {
      return result(state, (long) READ.invokeExact(state, fd, into, bytes));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static long write(int fd, MemorySegment from, long bytes) {
    MemorySegment state = STATE.get();
    try {
      return result(state, (long) WRITE.invokeExact(state, fd, from, bytes));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static long pread(int fd, MemorySegment into, long bytes, long offset) {
    MemorySegment state = STATE.get();
    try {
      return result(state, (long) PREAD.invokeExact(state, fd, into, bytes, offset));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static long pwrite(int fd, MemorySegment from, long bytes, long offset) {
    MemorySegment state = STATE.get();
    try {
      return result(state, (long) PWRITE.invokeExact(state, fd, from, bytes, offset));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static int poll(MemorySegment descriptors, long count, int milliseconds) {
    MemorySegment state = STATE.get();
    try {
      return (int) result(state, (int) POLL.invokeExact(state, descriptors, count, milliseconds));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static int open(String path, int flags, int mode) {
    MemorySegment state = STATE.get();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      return (int) result(state, (int) OPEN.invokeExact(state, name, flags, mode));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static int close(int fd) {
    MemorySegment state = STATE.get();
    try {
      return (int) result(state, (int) CLOSE.invokeExact(state, fd));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static int fcntl(int fd, int command, int argument) {
    MemorySegment state = STATE.get();
    try {
      return (int) result(state, (int) FCNTL.invokeExact(state, fd, command, argument));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static int fcntl(int fd, int command, MemorySegment lock) {
    MemorySegment state = STATE.get();
    try {
      return (int) result(state, (int) FCNTL_LOCK.invokeExact(state, fd, command, lock));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static int eventfd() {
    MemorySegment state = STATE.get();
    try {
      int flags = Constants.O_NONBLOCK | Constants.O_CLOEXEC;
      return (int) result(state, (int) EVENTFD.invokeExact(state, 0, flags));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static int unlink(String path) {
    MemorySegment state = STATE.get();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      return (int) result(state, (int) UNLINK.invokeExact(state, name));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  /** Gives a name to an open file that has none; fails when the name is taken. */
  static int link(int fd, String path) {
    MemorySegment state = STATE.get();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment from = arena.allocateFrom("/proc/self/fd/" + fd);
      MemorySegment to = arena.allocateFrom(path);
      int here = Constants.AT_FDCWD;
      int follow = Constants.AT_SYMLINK_FOLLOW;
      return (int) result(state, (int) LINKAT.invokeExact(state, here, from, here, to, follow));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  /** Sets the mode of what lies at the path, never through a symbolic link. */
  static int chmod(String path, int mode) {
    MemorySegment state = STATE.get();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      int here = Constants.AT_FDCWD;
      int flags = Constants.AT_SYMLINK_NOFOLLOW;
      return (int) result(state, (int) FCHMODAT.invokeExact(state, here, name, mode, flags));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static int statx(int directory, String path, int flags, MemorySegment into) {
    MemorySegment state = STATE.get();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      int basic = Constants.STATX_BASIC_STATS;
      return (int)
          result(state, (int) STATX.invokeExact(state, directory, name, flags, basic, into));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static int geteuid() {
    try {
      return (int) GETEUID.invokeExact(STATE.get());
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  static long result(MemorySegment state, long returned) {
    return returned < 0 ? -(int) ERRNO.get(state, 0L) : returned;
  }

  static IllegalStateException impossible(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("a call of the C library does not throw", thrown);
  }
}
