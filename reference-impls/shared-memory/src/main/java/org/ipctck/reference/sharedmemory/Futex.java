package org.ipctck.reference.sharedmemory;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Sleeping on a word in shared memory, and waking who sleeps there: futex(2). */
final class Futex {
  // Addresses go as numbers: a segment as an argument would keep its arena from closing meanwhile.
  private static final MethodHandle FUTEX = Native.call("syscall", 'l', "lliip", 1);
  private static final ThreadLocal<MemorySegment> TIMEOUT =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(16, 8));

  private Futex() {}

  /** Sleeps while the word has this value, at most so long; any return may be for no reason. */
  static void await(long address, int value, long nanos) {
    MemorySegment timeout = TIMEOUT.get();
    timeout.set(JAVA_LONG, 0, nanos / 1_000_000_000);
    timeout.set(JAVA_LONG, 8, nanos % 1_000_000_000);
    call(address, Constants.FUTEX_WAIT, value, timeout);
  }

  /** Wakes everybody who sleeps on the word. */
  static void wakeAll(long address) {
    call(address, Constants.FUTEX_WAKE, Integer.MAX_VALUE, MemorySegment.NULL);
  }

  private static void call(long address, int operation, int value, MemorySegment timeout) {
    MemorySegment state = Native.state();
    try {
      long ignored =
          (long) FUTEX.invokeExact(state, Constants.SYS_FUTEX, address, operation, value, timeout);
    } catch (Throwable thrown) {
      throw Native.impossible(thrown);
    }
  }
}
