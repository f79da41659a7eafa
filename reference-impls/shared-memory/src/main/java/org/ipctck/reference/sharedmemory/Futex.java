package org.ipctck.reference.sharedmemory;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import org.ipctck.reference.posix.CLibrary;

/** Sleeping on a word in shared memory, and waking who sleeps there: futex(2). */
final class Futex {
  private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");
  private static final long SYS_FUTEX = ARM ? 98 : 202;
  private static final int FUTEX_WAIT = 0;
  private static final int FUTEX_WAKE = 1;

  private static final MemorySegment SYSCALL = CLibrary.symbol("syscall");
  private static final ThreadLocal<MemorySegment> TIMEOUT =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(16, 8));

  private Futex() {}

  /** Sleeps while the word has this value, at most so long; any return may be for no reason. */
  static void await(long address, int value, long nanos) {
    MemorySegment timeout = TIMEOUT.get();
    timeout.set(JAVA_LONG, 0, nanos / 1_000_000_000);
    timeout.set(JAVA_LONG, 8, nanos % 1_000_000_000);
    CLibrary.call(SYSCALL, SYS_FUTEX, address, FUTEX_WAIT, value, timeout.address());
    Reference.reachabilityFence(timeout);
  }

  /** Wakes everybody who sleeps on the word. */
  static void wakeAll(long address) {
    CLibrary.call(SYSCALL, SYS_FUTEX, address, FUTEX_WAKE, Integer.MAX_VALUE, 0);
  }
}
