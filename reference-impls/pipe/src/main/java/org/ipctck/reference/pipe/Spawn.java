package org.ipctck.reference.pipe;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.ipctck.spi.Inheriting;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/**
 * Starts a child that inherits exactly the descriptors that it is to have, numbered from {@link
 * #FIRST} on. A JVM has files of its own that are not closed on exec, so all others are closed in
 * the child. posix_spawn(3), because the fork of a process with threads can do little else.
 */
final class Spawn {
  /** The number of the first inherited descriptor in the child. */
  static final int FIRST = 3;

  /** More than any C library takes for its file actions; glibc takes 80. */
  private static final int FILE_ACTIONS_BYTES = 512;

  private static final MethodHandle SPAWN = Posix.call("posix_spawnp", 'i', "pppppp", 0);
  private static final MethodHandle INIT = Posix.call("posix_spawn_file_actions_init", 'i', "p", 0);
  private static final MethodHandle DUP2 =
      Posix.call("posix_spawn_file_actions_adddup2", 'i', "pii", 0);
  private static final MethodHandle CLOSE_FROM =
      Posix.call("posix_spawn_file_actions_addclosefrom_np", 'i', "pi", 0);
  private static final MethodHandle DESTROY =
      Posix.call("posix_spawn_file_actions_destroy", 'i', "p", 0);
  private static final MethodHandle WAITPID = Posix.call("waitpid", 'i', "ipi", 0);

  private Spawn() {}

  /** Starts the child with these variables and descriptors, and reaps it when it has ended. */
  static long start(Inheriting.Child child, List<String> environment, List<Integer> inherited)
      throws TransportException {
    int end = FIRST + inherited.size();
    List<Integer> aside = new ArrayList<>();
    int input = Stream.input(child.input());
    int output = -1;
    int error = -1;
    try (Arena arena = Arena.ofConfined()) {
      output = Stream.output(child.output(), Constants.O_TRUNC);
      error = Stream.output(child.error(), Constants.O_APPEND);
      MemorySegment actions = arena.allocate(FILE_ACTIONS_BYTES, 16);
      init(actions);
      duplicate(actions, input, 0);
      duplicate(actions, output, 1);
      duplicate(actions, error, 2);
      for (int i = 0; i < inherited.size(); i++) {
        // Out of the way first: a number that is given here may be one that is still needed.
        int copy = Posix.fcntl(inherited.get(i), Constants.F_DUPFD_CLOEXEC, end);
        aside.add(Failure.check(copy, "an inherited descriptor is duplicated", ""));
        duplicate(actions, aside.getLast(), FIRST + i);
      }
      closeFrom(actions, end);
      int pid = spawn(arena, actions, child.command(), environment);
      Thread.ofPlatform().daemon().name("reaper-" + pid).start(() -> reap(pid));
      return pid;
    } finally {
      aside.addAll(List.of(input, output, error));
      aside.stream().filter(fd -> fd >= 0).forEach(Posix::close);
    }
  }

  private static void init(MemorySegment actions) {
    try {
      int unused = (int) INIT.invokeExact(Posix.state(), actions);
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  private static void duplicate(MemorySegment actions, int from, int to) {
    try {
      int unused = (int) DUP2.invokeExact(Posix.state(), actions, from, to);
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  private static void closeFrom(MemorySegment actions, int first) {
    try {
      int unused = (int) CLOSE_FROM.invokeExact(Posix.state(), actions, first);
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  private static int spawn(
      Arena arena, MemorySegment actions, List<String> command, List<String> environment)
      throws TransportException {
    MemorySegment pid = arena.allocate(JAVA_INT);
    MemorySegment none = MemorySegment.NULL;
    MemorySegment program = arena.allocateFrom(command.getFirst());
    int errno;
    try {
      MemorySegment words = strings(arena, command);
      MemorySegment variables = strings(arena, environment);
      MemorySegment state = Posix.state();
      errno = (int) SPAWN.invokeExact(state, pid, program, actions, none, words, variables);
      int unused = (int) DESTROY.invokeExact(state, actions);
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
    if (errno != 0) {
      throw new TransportException(
          Failure.reason(errno),
          "a child is started: errno=" + errno + ", command=" + command.getFirst());
    }
    return pid.get(JAVA_INT, 0);
  }

  private static MemorySegment strings(Arena arena, List<String> words) {
    MemorySegment array = arena.allocate(ADDRESS, words.size() + 1L);
    for (int i = 0; i < words.size(); i++) {
      array.setAtIndex(ADDRESS, i, arena.allocateFrom(words.get(i)));
    }
    return array;
  }

  /** Waits for this child alone, so that no zombie stays and nobody else's child is touched. */
  private static void reap(int pid) {
    int result;
    do {
      try {
        result =
            (int)
                Posix.result(
                    Posix.state(),
                    (int) WAITPID.invokeExact(Posix.state(), pid, MemorySegment.NULL, 0));
      } catch (Throwable thrown) {
        throw Posix.impossible(thrown);
      }
    } while (result == -Constants.EINTR);
  }

  /** The standard streams of a child, opened here so that nothing waits in the child. */
  private static final class Stream {

    static int input(String path) throws TransportException {
      return blocking(Posix.open(path, Constants.O_RDONLY | flags(), 0), path);
    }

    static int output(String path, int how) throws TransportException {
      int flags = Constants.O_CREAT | how | flags();
      int fd = Posix.open(path, Constants.O_WRONLY | flags, 0600);
      // A FIFO whose reader is yet to come: open for both, it exists.
      return blocking(
          fd == -Constants.ENXIO ? Posix.open(path, Constants.O_RDWR | flags, 0600) : fd, path);
    }

    private static int flags() {
      return Constants.O_NONBLOCK | Constants.O_CLOEXEC;
    }

    private static int blocking(int fd, String path) throws TransportException {
      if (fd < 0) {
        throw new TransportException(
            Reason.RESOURCES, "a standard stream is opened: errno=" + -fd + ", path=" + path);
      }
      int flags = Posix.fcntl(fd, Constants.F_GETFL, 0);
      Posix.fcntl(fd, Constants.F_SETFL, flags & ~Constants.O_NONBLOCK);
      return fd;
    }
  }
}
