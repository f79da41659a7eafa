package org.ipctck.stage;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** The few system calls that the stage needs and Java does not have. */
final class Posix {
  static final int SIGQUIT = 3;
  static final int SIGKILL = 9;
  static final int SIGTERM = 15;
  static final int SIGCONT = 18;
  static final int SIGSTOP = 19;

  private static final int PR_SET_TIMERSLACK = 29;
  private static final int PR_SET_CHILD_SUBREAPER = 36;
  private static final int WNOHANG = 1;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle KILL =
      handle("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle WAITPID =
      handle("waitpid", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle MKFIFO =
      handle("mkfifo", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle PRCTL =
      handle(
          "prctl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG),
          Linker.Option.firstVariadicArg(1));

  private static final MethodHandle PRLIMIT =
      handle("prlimit", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  private static final int RLIMIT_NOFILE = 7;

  private Posix() {}

  /** A function of the C library. */
  static MethodHandle handle(String name, FunctionDescriptor shape, Linker.Option... options) {
    return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), shape, options);
  }

  /** Sends a signal to a process, or to a process group when negative; whether it was there. */
  static boolean kill(long pid, int signal) {
    // 0, 1 and -1 would strike the kit's own group, init, or everybody.
    if (pid >= -1 && pid <= 1) {
      throw new IllegalArgumentException("no process of ours has this id: pid=" + pid);
    }
    return call(() -> (int) KILL.invokeExact((int) pid, signal)) == 0;
  }

  /** Takes the exit status of one adopted process, never of any other. */
  static void reap(long pid) {
    call(() -> (int) WAITPID.invokeExact((int) pid, MemorySegment.NULL, WNOHANG));
  }

  /** Lets orphans of the kit's processes become children of the kit. */
  static void adoptOrphans() {
    call(() -> (int) PRCTL.invokeExact(PR_SET_CHILD_SUBREAPER, 1L));
  }

  /** Lets the calling thread sleep exactly as long as it asks for: the usual slack is 50 us. */
  static void wakeOnTime() {
    call(() -> (int) PRCTL.invokeExact(PR_SET_TIMERSLACK, 1L));
  }

  /** Makes a FIFO that only this user can use; whether it was made. */
  static boolean mkfifo(Path path) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path.toString());
      return call(() -> (int) MKFIFO.invokeExact(name, 0600)) == 0;
    }
  }

  /** How many descriptors a process may have now. */
  static long mostDescriptors(long pid) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocate(16, 8);
      prlimit(pid, MemorySegment.NULL, limit);
      return limit.get(JAVA_LONG, 0);
    }
  }

  /** Sets how many descriptors a process may have; what it might ask for at most stays. */
  static void limitDescriptors(long pid, long most) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocate(16, 8);
      prlimit(pid, MemorySegment.NULL, limit);
      limit.set(JAVA_LONG, 0, most);
      prlimit(pid, limit, MemorySegment.NULL);
    }
  }

  private static void prlimit(long pid, MemorySegment now, MemorySegment before)
      throws IOException {
    if (call(() -> (int) PRLIMIT.invokeExact((int) pid, RLIMIT_NOFILE, now, before)) != 0) {
      throw new IOException("the limit of descriptors could not be reached: pid=" + pid);
    }
  }

  /** A call of such a function. */
  interface Native {
    long run() throws Throwable;
  }

  /** What a call comes to; no function of the C library throws. */
  static long call(Native call) {
    try {
      return call.run();
    } catch (RuntimeException | Error unchecked) {
      throw unchecked;
    } catch (Throwable impossible) {
      throw new IllegalStateException("a system call threw", impossible);
    }
  }
}
