package org.ipctck.reference.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;

/**
 * How functions of the C library are called.
 *
 * <p>To link a call costs 15 ms of processor time for each shape of its arguments, which every new
 * process pays before its first message. So all calls share one shape, six numbers: the 64-bit ABIs
 * of Linux pass an int in the lower half of a register and a pointer like a number, a callee does
 * not see arguments beyond its own, and who calls as if the callee took any number of arguments
 * says only that none is a float.
 *
 * <p>What a pointer points to is kept from the collector by these methods; its arena must not be
 * closed meanwhile.
 */
public final class CLibrary {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final long ERRNO =
      Linker.Option.captureStateLayout().byteOffset(MemoryLayout.PathElement.groupElement("errno"));
  private static final ThreadLocal<MemorySegment> STATE =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));
  private static final MethodHandle CALL =
      LINKER.downcallHandle(
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
          Linker.Option.captureCallState("errno"),
          Linker.Option.firstVariadicArg(1));

  private CLibrary() {}

  /** A function of the C library. */
  public static MemorySegment symbol(String name) {
    return LINKER.defaultLookup().findOrThrow(name);
  }

  /** What a function returned that returns a long or a pointer, or its negated error number. */
  public static long call(
      MemorySegment function, long first, long second, long third, long fourth, long fifth) {
    return call(function, first, second, third, fourth, fifth, 0);
  }

  /** The same with a sixth argument. */
  public static long call(
      MemorySegment function,
      long first,
      long second,
      long third,
      long fourth,
      long fifth,
      long sixth) {
    return result(raw(function, first, second, third, fourth, fifth, sixth));
  }

  /** The same with memory as the first argument. */
  public static long call(MemorySegment function, MemorySegment first, long second, long third) {
    try {
      return call(function, first.address(), second, third, 0, 0, 0);
    } finally {
      Reference.reachabilityFence(first);
    }
  }

  /** The same with memory as the second argument. */
  public static long call(
      MemorySegment function, long first, MemorySegment second, long third, long fourth) {
    try {
      return call(function, first, second.address(), third, fourth, 0, 0);
    } finally {
      Reference.reachabilityFence(second);
    }
  }

  /** What a function returned that returns an int; the upper half of the register is nobody's. */
  public static int number(MemorySegment function, long first, long second, long third) {
    return (int) result((int) raw(function, first, second, third, 0, 0, 0));
  }

  /** The same with memory as the first argument. */
  public static int number(MemorySegment function, MemorySegment first, long second, long third) {
    try {
      return number(function, first.address(), second, third);
    } finally {
      Reference.reachabilityFence(first);
    }
  }

  /** The same with memory as the second argument. */
  public static int number(MemorySegment function, long first, MemorySegment second, long third) {
    try {
      return number(function, first, second.address(), third);
    } finally {
      Reference.reachabilityFence(second);
    }
  }

  /** The same with five arguments. */
  public static int number(
      MemorySegment function, long first, long second, long third, long fourth, long fifth) {
    return (int) result((int) raw(function, first, second, third, fourth, fifth, 0));
  }

  private static long raw(
      MemorySegment function,
      long first,
      long second,
      long third,
      long fourth,
      long fifth,
      long sixth) {
    try {
      return (long)
          CALL.invokeExact(function, STATE.get(), first, second, third, fourth, fifth, sixth);
    } catch (Throwable thrown) {
      throw impossible(thrown);
    }
  }

  private static long result(long returned) {
    return returned == -1 ? -STATE.get().get(JAVA_INT, ERRNO) : returned;
  }

  private static IllegalStateException impossible(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("a call of the C library does not throw", thrown);
  }
}
