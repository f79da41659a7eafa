package org.ipctck.reference.sharedmemory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.ipctck.reference.posix.CLibrary;

/** The calls about files that only a ring needs; each returns 0 or the negated error number. */
final class Space {
  private static final MemorySegment FALLOCATE = CLibrary.symbol("posix_fallocate");
  private static final MemorySegment RENAME = CLibrary.symbol("rename");

  private Space() {}

  /** Reserves the blocks of a file, so that no later touch can find the file system full. */
  static int reserve(int fd, long bytes) {
    // The error number is what it returns.
    return -CLibrary.number(FALLOCATE, fd, 0, bytes);
  }

  static int rename(String from, String to) {
    try (Arena arena = Arena.ofConfined()) {
      long name = arena.allocateFrom(to).address();
      return CLibrary.number(RENAME, arena.allocateFrom(from), name, 0);
    }
  }
}
