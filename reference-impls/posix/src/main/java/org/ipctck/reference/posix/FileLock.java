package org.ipctck.reference.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Locks on ranges of a file that belong to the open file description, fcntl(2): the kernel drops
 * them with the process, however that ends and after its last store, never while it is stopped, and
 * whatever process namespace it lives in; and two ends in one process exclude each other too.
 */
public final class FileLock {
  private static final int STRUCT_FLOCK = 32;
  private static final ThreadLocal<MemorySegment> STRUCT =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STRUCT_FLOCK, 8));

  private FileLock() {}

  /** Takes the range at once or not at all; false when somebody else has part of it. */
  public static boolean tryLock(int fd, long start, long length) {
    return Posix.fcntl(fd, Constants.F_OFD_SETLK, struct(Constants.F_WRLCK, start, length)) >= 0;
  }

  /** Gives the range back. */
  public static void unlock(int fd, long start, long length) {
    Posix.fcntl(fd, Constants.F_OFD_SETLK, struct(Constants.F_UNLCK, start, length));
  }

  /**
   * How long the range is that somebody else took together with the first taken byte of these; 0
   * when nobody has any. One is an end that lives, more is somebody who looks around.
   */
  public static long heldByAnother(int fd, long start, long length) {
    MemorySegment lock = struct(Constants.F_WRLCK, start, length);
    boolean free =
        Posix.fcntl(fd, Constants.F_OFD_GETLK, lock) < 0
            || lock.get(JAVA_SHORT, 0) == Constants.F_UNLCK;
    return free ? 0 : lock.get(JAVA_LONG, 16);
  }

  private static MemorySegment struct(int type, long start, long length) {
    MemorySegment lock = STRUCT.get();
    lock.set(JAVA_SHORT, 0, (short) type);
    lock.set(JAVA_SHORT, 2, (short) 0);
    lock.set(JAVA_LONG, 8, start);
    lock.set(JAVA_LONG, 16, length);
    // A process id here would make it another kind of lock.
    lock.set(JAVA_LONG, 24, 0);
    return lock;
  }
}
