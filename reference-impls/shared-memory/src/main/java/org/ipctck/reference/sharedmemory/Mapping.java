package org.ipctck.reference.sharedmemory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.ipctck.spi.TransportException;

/** A file in memory: mmap(2), undone by closing the arena. */
final class Mapping {
  private static final MethodHandle MMAP = Native.call("mmap", 'l', "lliiil", 0);
  private static final MethodHandle MUNMAP = Native.call("munmap", 'i', "ll", 0);

  private Mapping() {}

  /** Maps the first bytes of a file, shared, until the arena closes. */
  static MemorySegment of(int fd, long bytes, Arena arena) throws TransportException {
    long address = mmap(fd, bytes);
    if (address < 0 && address > -4096) {
      throw Failure.of(address, "a ring is mapped", "");
    }
    return MemorySegment.ofAddress(address)
        .reinterpret(bytes, arena, memory -> munmap(memory.address(), bytes));
  }

  private static long mmap(int fd, long bytes) {
    MemorySegment state = Native.state();
    try {
      int protection = Constants.PROT_READ_WRITE;
      int flags = Constants.MAP_SHARED;
      return Native.result(
          state, (long) MMAP.invokeExact(state, 0L, bytes, protection, flags, fd, 0L));
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }

  private static void munmap(long address, long bytes) {
    MemorySegment state = Native.state();
    try {
      int ignored = (int) MUNMAP.invokeExact(state, address, bytes);
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }
}
