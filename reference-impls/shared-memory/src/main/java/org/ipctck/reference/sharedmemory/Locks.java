package org.ipctck.reference.sharedmemory;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Who is alive: place 0 is the receiver's, place s that of the holder of slot s.
 *
 * <p>Each is a lock on one byte that belongs to an open file description, fcntl(2): the kernel
 * drops it with the process, however that ends and after its last store, never while it is stopped,
 * and whatever process namespace it lives in. The bytes lie beyond the end of every file.
 */
public final class Locks {
  private static final long FIRST = 1L << 40;
  private static final int STRUCT_FLOCK = 32;
  private static final ThreadLocal<MemorySegment> STRUCT =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STRUCT_FLOCK, 8));

  private final int fd;

  Locks(int fd) {
    this.fd = fd;
  }

  /** Takes the places at once or not at all; false when somebody else has one of them. */
  boolean take(int first, int count) {
    return Posix.fcntl(fd, Constants.F_OFD_SETLK, struct(Constants.F_WRLCK, first, count)) >= 0;
  }

  void giveBack(int first, int count) {
    Posix.fcntl(fd, Constants.F_OFD_SETLK, struct(Constants.F_UNLCK, first, count));
  }

  /**
   * How many places somebody else took together with the first taken one of these; 0 when nobody
   * has any. One is an end that lives, more is somebody who looks around.
   */
  long heldByAnother(int first, int count) {
    MemorySegment lock = struct(Constants.F_WRLCK, first, count);
    boolean free =
        Posix.fcntl(fd, Constants.F_OFD_GETLK, lock) < 0
            || lock.get(JAVA_SHORT, 0) == Constants.F_UNLCK;
    return free ? 0 : lock.get(JAVA_LONG, 16);
  }

  private static MemorySegment struct(int type, int first, int count) {
    MemorySegment lock = STRUCT.get();
    lock.set(JAVA_SHORT, 0, (short) type);
    lock.set(JAVA_SHORT, 2, (short) 0);
    lock.set(JAVA_LONG, 8, FIRST + first);
    lock.set(JAVA_LONG, 16, count);
    // A process id here would make it another kind of lock.
    lock.set(JAVA_LONG, 24, 0);
    return lock;
  }
}
