package org.ipctck.reference.pipe;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls of the C library that a pipe needs. Each returns what the call returned, or the negated
 * error number, as the kernel itself does.
 *
 * <p>To link a call costs 15 ms of processor time for each shape of its arguments, which every new
 * process pays before its first message. So all calls share three shapes: the 64-bit ABIs of Linux
 * pass an int in the lower half of a register, a callee does not see arguments beyond its own, and
 * who calls as if the callee took any number of arguments says only that none is a float.
 */
final class Posix {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final long ERRNO =
      Linker.Option.captureStateLayout().byteOffset(MemoryLayout.PathElement.groupElement("errno"));
  private static final ThreadLocal<MemorySegment> STATE =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

  private static final MethodHandle NUMBERS = shape("lll");
  private static final MethodHandle MEMORY = shape("pll");
  private static final MethodHandle MEMORY_SECOND = shape("lplll");

  private static final MemorySegment READ = symbol("read");
  private static final MemorySegment WRITE = symbol("write");
  private static final MemorySegment PREAD = symbol("pread");
  private static final MemorySegment PWRITE = symbol("pwrite");
  private static final MemorySegment POLL = symbol("poll");
  private static final MemorySegment OPEN = symbol("open");
  private static final MemorySegment CLOSE = symbol("close");
  private static final MemorySegment FCNTL = symbol("fcntl");
  private static final MemorySegment EVENTFD = symbol("eventfd");
  private static final MemorySegment MKFIFO = symbol("mkfifo");
  private static final MemorySegment UNLINK = symbol("unlink");
  private static final MemorySegment LINKAT = symbol("linkat");
  private static final MemorySegment FCHMODAT = symbol("fchmodat");
  private static final MemorySegment STATX = symbol("statx");
  private static final MemorySegment GETEUID = symbol("geteuid");

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

  private static MethodHandle shape(String arguments) {
    MemoryLayout[] layouts =
        arguments.chars().mapToObj(type -> layout((char) type)).toArray(MemoryLayout[]::new);
    return LINKER.downcallHandle(
        FunctionDescriptor.of(JAVA_LONG, layouts),
        Linker.Option.captureCallState("errno"),
        Linker.Option.firstVariadicArg(2));
  }

  static MemorySegment symbol(String name) {
    return LINKER.defaultLookup().findOrThrow(name);
  }

  private static int numbers(MemorySegment function, long first, long second, long third) {
    MemorySegment state = STATE.get();
    try {
      return number((long) NUMBERS.invokeExact(function, state, first, second, third));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  /** A call that returns an int and takes memory first. */
  static int onMemory(MemorySegment function, MemorySegment first, long second, long third) {
    MemorySegment state = STATE.get();
    try {
      return number((long) MEMORY.invokeExact(function, state, first, second, third));
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  private static long memorySecond(
      MemorySegment function, long first, MemorySegment second, long third, long fourth) {
    return memorySecond(function, first, second, third, fourth, 0);
  }

  private static long memorySecond(
      MemorySegment function,
      long first,
      MemorySegment second,
      long third,
      long fourth,
      long fifth) {
    MemorySegment state = STATE.get();
    try {
      return (long) MEMORY_SECOND.invokeExact(function, state, first, second, third, fourth, fifth);
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
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
    return result(STATE.get(), memorySecond(READ, fd, into, bytes, 0));
  }

  static long write(int fd, MemorySegment from, long bytes) {
    return result(STATE.get(), memorySecond(WRITE, fd, from, bytes, 0));
  }

  static long pread(int fd, MemorySegment into, long bytes, long offset) {
    return result(STATE.get(), memorySecond(PREAD, fd, into, bytes, offset));
  }

  static long pwrite(int fd, MemorySegment from, long bytes, long offset) {
    return result(STATE.get(), memorySecond(PWRITE, fd, from, bytes, offset));
  }

  static int poll(MemorySegment descriptors, long count, int milliseconds) {
    return onMemory(POLL, descriptors, count, milliseconds);
  }

  static int open(String path, int flags, int mode) {
    try (Arena arena = Arena.ofConfined()) {
      return onMemory(OPEN, arena.allocateFrom(path), flags, mode);
    }
  }

  static int close(int fd) {
    return numbers(CLOSE, fd, 0, 0);
  }

  static int fcntl(int fd, int command, int argument) {
    return numbers(FCNTL, fd, command, argument);
  }

  static int fcntl(int fd, int command, MemorySegment lock) {
    try {
      return numbers(FCNTL, fd, command, lock.address());
    } finally {
      Reference.reachabilityFence(lock);
    }
  }

  static int eventfd() {
    return numbers(EVENTFD, 0, Constants.O_NONBLOCK | Constants.O_CLOEXEC, 0);
  }

  static int mkfifo(String path, int mode) {
    try (Arena arena = Arena.ofConfined()) {
      return onMemory(MKFIFO, arena.allocateFrom(path), mode, 0);
    }
  }

  static int unlink(String path) {
    try (Arena arena = Arena.ofConfined()) {
      return onMemory(UNLINK, arena.allocateFrom(path), 0, 0);
    }
  }

  /** Gives a name to an open file that has none; fails when the name is taken. */
  static int link(int fd, String path) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment from = arena.allocateFrom("/proc/self/fd/" + fd);
      MemorySegment to = arena.allocateFrom(path);
      int here = Constants.AT_FDCWD;
      int follow = Constants.AT_SYMLINK_FOLLOW;
      return number(memorySecond(LINKAT, here, from, here, to.address(), follow));
    }
  }

  /** Sets the mode of what lies at the path, never through a symbolic link. */
  static int chmod(String path, int mode) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      int flags = Constants.AT_SYMLINK_NOFOLLOW;
      return number(memorySecond(FCHMODAT, Constants.AT_FDCWD, name, mode, flags));
    }
  }

  static int statx(int directory, String path, int flags, MemorySegment into) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      int basic = Constants.STATX_BASIC_STATS;
      return number(memorySecond(STATX, directory, name, flags, basic, into.address()));
    } finally {
      Reference.reachabilityFence(into);
    }
  }

  static int geteuid() {
    return numbers(GETEUID, 0, 0, 0);
  }

  /** What a call came to that returns an int; the upper half of the register is nobody's. */
  private static int number(long returned) {
    return (int) result(STATE.get(), (int) returned);
  }

  static long result(MemorySegment state, long returned) {
    return returned < 0 ? -state.get(JAVA_INT, ERRNO) : returned;
  }

  static IllegalStateException impossible(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("a call of the C library does not throw", thrown);
  }
}
