package org.ipctck.reference.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

/**
 * The calls about files. Each returns what the call returned, or the negated error number, as the
 * kernel itself does.
 */
public final class Posix {
  private static final MemorySegment READ = CLibrary.symbol("read");
  private static final MemorySegment WRITE = CLibrary.symbol("write");
  private static final MemorySegment PREAD = CLibrary.symbol("pread");
  private static final MemorySegment PWRITE = CLibrary.symbol("pwrite");
  private static final MemorySegment POLL = CLibrary.symbol("poll");
  private static final MemorySegment OPEN = CLibrary.symbol("open");
  private static final MemorySegment CLOSE = CLibrary.symbol("close");
  private static final MemorySegment FCNTL = CLibrary.symbol("fcntl");
  private static final MemorySegment EVENTFD = CLibrary.symbol("eventfd");
  private static final MemorySegment UNLINK = CLibrary.symbol("unlink");
  private static final MemorySegment LINKAT = CLibrary.symbol("linkat");
  private static final MemorySegment FCHMOD = CLibrary.symbol("fchmod");
  private static final MemorySegment FCHMODAT = CLibrary.symbol("fchmodat");
  private static final MemorySegment STATX = CLibrary.symbol("statx");
  private static final MemorySegment GETEUID = CLibrary.symbol("geteuid");

  private Posix() {}

  public static long read(int fd, MemorySegment into, long bytes) {
    return CLibrary.call(READ, fd, into, bytes, 0);
  }

  public static long write(int fd, MemorySegment from, long bytes) {
    return CLibrary.call(WRITE, fd, from, bytes, 0);
  }

  public static long pread(int fd, MemorySegment into, long bytes, long offset) {
    return CLibrary.call(PREAD, fd, into, bytes, offset);
  }

  public static long pwrite(int fd, MemorySegment from, long bytes, long offset) {
    return CLibrary.call(PWRITE, fd, from, bytes, offset);
  }

  public static int poll(MemorySegment descriptors, long count, int milliseconds) {
    return CLibrary.number(POLL, descriptors, count, milliseconds);
  }

  public static int open(String path, int flags, int mode) {
    try (Arena arena = Arena.ofConfined()) {
      return CLibrary.number(OPEN, arena.allocateFrom(path), flags, mode);
    }
  }

  public static int close(int fd) {
    return CLibrary.number(CLOSE, fd, 0, 0);
  }

  public static int fcntl(int fd, int command, int argument) {
    return CLibrary.number(FCNTL, fd, command, argument);
  }

  static int fcntl(int fd, int command, MemorySegment lock) {
    try {
      return CLibrary.number(FCNTL, fd, command, lock.address());
    } finally {
      Reference.reachabilityFence(lock);
    }
  }

  static int eventfd() {
    return CLibrary.number(EVENTFD, 0, Constants.O_NONBLOCK | Constants.O_CLOEXEC, 0);
  }

  public static int unlink(String path) {
    try (Arena arena = Arena.ofConfined()) {
      return CLibrary.number(UNLINK, arena.allocateFrom(path), 0, 0);
    }
  }

  /** Gives a name to an open file that has none; fails when the name is taken. */
  public static int link(int fd, String path) {
    try (Arena arena = Arena.ofConfined()) {
      long from = arena.allocateFrom("/proc/self/fd/" + fd).address();
      long to = arena.allocateFrom(path).address();
      int here = Constants.AT_FDCWD;
      return CLibrary.number(LINKAT, here, from, here, to, Constants.AT_SYMLINK_FOLLOW);
    }
  }

  /** Sets the mode of an open file, whatever the mask of the process is. */
  public static int chmod(int fd, int mode) {
    return CLibrary.number(FCHMOD, fd, mode, 0);
  }

  /** Sets the mode of what lies at the path, never through a symbolic link. */
  public static int chmod(String path, int mode) {
    try (Arena arena = Arena.ofConfined()) {
      long name = arena.allocateFrom(path).address();
      int flags = Constants.AT_SYMLINK_NOFOLLOW;
      return CLibrary.number(FCHMODAT, Constants.AT_FDCWD, name, mode, flags, 0);
    }
  }

  static int statx(int directory, String path, int flags, MemorySegment into) {
    try (Arena arena = Arena.ofConfined()) {
      long name = arena.allocateFrom(path).address();
      int basic = Constants.STATX_BASIC_STATS;
      return CLibrary.number(STATX, directory, name, flags, basic, into.address());
    } finally {
      Reference.reachabilityFence(into);
    }
  }

  public static int geteuid() {
    return CLibrary.number(GETEUID, 0, 0, 0);
  }
}
