package org.ipctck.reference.sharedmemory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.ipctck.reference.posix.CLibrary;
import org.ipctck.reference.posix.Failure;
import org.ipctck.spi.TransportException;

/** A file in memory: mmap(2), undone by closing the arena. */
final class Mapping {
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_SHARED = 1;

  private static final MemorySegment MMAP = CLibrary.symbol("mmap");
  private static final MemorySegment MUNMAP = CLibrary.symbol("munmap");

  private Mapping() {}

  /** Maps the first bytes of a file, shared, until the arena closes. */
  static MemorySegment of(int fd, long bytes, Arena arena) throws TransportException {
    long address = CLibrary.call(MMAP, 0, bytes, PROT_READ_WRITE, MAP_SHARED, fd, 0);
    if (address < 0 && address > -4096) {
      throw Failure.of(address, "a ring is mapped", "");
    }
    return MemorySegment.ofAddress(address)
        .reinterpret(bytes, arena, memory -> CLibrary.number(MUNMAP, memory.address(), bytes, 0));
  }
}
