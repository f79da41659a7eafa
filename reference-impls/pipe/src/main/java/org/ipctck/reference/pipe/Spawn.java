package org.ipctck.reference.pipe;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.ipctck.reference.posix.CLibrary;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Failure;
import org.ipctck.reference.posix.Posix;
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

  private static final MemorySegment SPAWN = CLibrary.symbol("posix_spawnp");
  private static final MemorySegment INIT = CLibrary.symbol("posix_spawn_file_actions_init");
  private static final MemorySegment DUP2 = CLibrary.symbol("posix_spawn_file_actions_adddup2");
  private static final MemorySegment CLOSE_FROM =
      CLibrary.symbol("posix_spawn_file_actions_addclosefrom_np");
  private static final MemorySegment DESTROY = CLibrary.symbol("posix_spawn_file_actions_destroy");
  private static final MemorySegment WAITPID = CLibrary.symbol("waitpid");

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
      CLibrary.number(INIT, actions, 0, 0);
      CLibrary.number(DUP2, actions, input, 0);
      CLibrary.number(DUP2, actions, output, 1);
      CLibrary.number(DUP2, actions, error, 2);
      for (int i = 0; i < inherited.size(); i++) {
        // Out of the way first: a number that is given here may be one that is still needed.
        int copy = Posix.fcntl(inherited.get(i), Constants.F_DUPFD_CLOEXEC, end);
        aside.add(Failure.check(copy, "an inherited descriptor is duplicated", ""));
        CLibrary.number(DUP2, actions, aside.getLast(), FIRST + i);
      }
      CLibrary.number(CLOSE_FROM, actions, end, 0);
      int pid = spawn(arena, actions, child.command(), environment);
      Thread.ofPlatform().daemon().name("reaper-" + pid).start(() -> reap(pid));
      return pid;
    } finally {
      aside.addAll(List.of(input, output, error));
      aside.stream().filter(fd -> fd >= 0).forEach(Posix::close);
    }
  }

  private static int spawn(
      Arena arena, MemorySegment actions, List<String> command, List<String> environment)
      throws TransportException {
    MemorySegment pid = arena.allocate(JAVA_INT);
    long program = arena.allocateFrom(command.getFirst()).address();
    long words = strings(arena, command).address();
    long variables = strings(arena, environment).address();
    int errno =
        (int) CLibrary.call(SPAWN, pid.address(), program, actions.address(), 0, words, variables);
    CLibrary.number(DESTROY, actions, 0, 0);
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
      result = CLibrary.number(WAITPID, pid, 0, 0);
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
