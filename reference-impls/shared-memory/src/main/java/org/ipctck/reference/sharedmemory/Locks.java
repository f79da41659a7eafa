package org.ipctck.reference.sharedmemory;

import org.ipctck.reference.posix.FileLock;

/**
 * Who is alive: place 0 is the receiver's, place s that of the holder of slot s. Each is a lock on
 * one byte beyond the end of every file.
 */
public final class Locks {
  private static final long FIRST = 1L << 40;

  private final int fd;

  Locks(int fd) {
    this.fd = fd;
  }

  /** Takes the places at once or not at all; false when somebody else has one of them. */
  boolean take(int first, int count) {
    return FileLock.tryLock(fd, FIRST + first, count);
  }

  void giveBack(int first, int count) {
    FileLock.unlock(fd, FIRST + first, count);
  }

  /** How many places the holder of the first taken one of these has; 0 when nobody has any. */
  long heldByAnother(int first, int count) {
    return FileLock.heldByAnother(fd, FIRST + first, count);
  }
}
