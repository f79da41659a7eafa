package org.ipctck.runner.machine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** Whether a child may be traced, found out by seizing one with ptrace(2). */
final class Tracing {
  private static final long PTRACE_SEIZE = 0x4206;
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(StructLayout.PathElement.groupElement("errno"));

  private Tracing() {}

  /** Empty when a child may be traced, else why not. */
  static String obstacle() {
    try {
      Process child = new ProcessBuilder("sleep", "30").start();
      try {
        int errno = seize(child.pid());
        return errno == 0 ? "" : "ptrace refuses a child of the kit: errno=" + errno;
      } finally {
        child.destroyForcibly();
      }
    } catch (IOException e) {
      return "no child to trace could be started: " + e.getMessage();
    }
  }

  /** The error number, 0 when the child was seized; it is killed afterwards, traced or not. */
  private static int seize(long pid) {
    Linker linker = Linker.nativeLinker();
    MethodHandle ptrace =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("ptrace"),
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS),
            Linker.Option.captureCallState("errno"),
            Linker.Option.firstVariadicArg(1));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result =
          (long)
              ptrace.invokeExact(
                  state, PTRACE_SEIZE, (int) pid, MemorySegment.NULL, MemorySegment.NULL);
      return result == 0 ? 0 : (int) ERRNO.get(state, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException("ptrace could not be called", e);
    }
  }
}
