package org.ipctck.reference.sharedmemory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** How functions of the C library are called, with their error number. */
final class Native {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final VarHandle ERRNO =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final ThreadLocal<MemorySegment> STATE =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

  private Native() {}

  /** Where a call of this thread leaves its error number. */
  static MemorySegment state() {
    return STATE.get();
  }

  /**
   * A handle of a function; the types are i, l and p, and {@code fixed} is 0 or the first variadic.
   */
  static MethodHandle call(String name, char result, String arguments, int fixed) {
    MemoryLayout[] layouts =
        arguments.chars().mapToObj(type -> layout((char) type)).toArray(MemoryLayout[]::new);
    Linker.Option errno = Linker.Option.captureCallState("errno");
    Linker.Option[] options =
        fixed > 0
            ? new Linker.Option[] {errno, Linker.Option.firstVariadicArg(fixed)}
            : new Linker.Option[] {errno};
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(layout(result), layouts),
        options);
  }

  private static MemoryLayout layout(char type) {
    return switch (type) {
      case 'i' -> JAVA_INT;
      case 'l' -> JAVA_LONG;
      case 'p' -> ADDRESS;
      default -> throw new IllegalArgumentException("a type is i, l or p: type=" + type);
    };
  }

  /** What a call returned, or its negated error number, as the kernel itself does. */
  static long result(MemorySegment state, long returned) {
    return returned == -1 ? -(int) ERRNO.get(state, 0L) : returned;
  }

  static IllegalStateException impossible(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("a call of the C library does not throw", thrown);
  }
}
