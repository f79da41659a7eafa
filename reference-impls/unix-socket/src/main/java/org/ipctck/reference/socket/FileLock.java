package org.ipctck.reference.socket;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Locks on ranges of a file that belong to the open file description, fcntl(2): the kernel drops
 * them with the process, however it ends, and two ends in one process exclude each other too.
 */
final class FileLock {
  private static final int STRUCT_FLOCK = 32;

  private FileLock() {}

  /** Takes the range at once or not at all; false when somebody else has part of it. */
  static boolean tryLock(int fd, long start, long length) {
    return fcntl(fd, Constants.F_OFD_SETLK, Constants.F_WRLCK, start, length) >= 0;
  }

  static void unlock(int fd, long start, long length) {
    fcntl(fd, Constants.F_OFD_SETLK, Constants.F_UNLCK, start, length);
  }

  /** How long the range is that somebody else has locked here; 0 when nobody has. */
  static long heldByAnother(int fd, long start) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment lock = struct(arena, Constants.F_WRLCK, start, 1);
      boolean free =
          Posix.fcntl(fd, Constants.F_OFD_GETLK, lock) < 0
              || lock.get(JAVA_SHORT, 0) == Constants.F_UNLCK;
      return free ? 0 : lock.get(JAVA_LONG, 16);
    }
  }

  private static int fcntl(int fd, int command, int type, long start, long length) {
    try (Arena arena = Arena.ofConfined()) {
      return Posix.fcntl(fd, command, struct(arena, type, start, length));
    }
  }

  private static MemorySegment struct(Arena arena, int type, long start, long length) {
    MemorySegment lock = arena.allocate(STRUCT_FLOCK, 8);
    lock.set(JAVA_SHORT, 0, (short) type);
    lock.set(JAVA_LONG, 8, start);
    lock.set(JAVA_LONG, 16, length);
    return lock;
  }
}
