package org.ipctck.reference.socket;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import org.ipctck.spi.Identifying.Identity;

/** The calls about sockets; each returns what the call returned, or the negated error number. */
final class Sockets {
  /** The longest path in bytes: 108 with the byte that ends it; unix(7). */
  static final int LONGEST_PATH = 107;

  private static final int AF_UNIX = 1;
  private static final int SOL_SOCKET = 1;
  private static final int SO_SNDBUF = 7;
  private static final int SO_PEERCRED = 17;
  private static final int SOCK_NONBLOCK = 0x800;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int SIOCOUTQ = 0x5411;
  private static final int EPOLL_CLOEXEC = 0x80000;
  private static final int EPOLL_CTL_ADD = 1;
  private static final int EPOLL_CTL_DEL = 2;
  private static final boolean PACKED = System.getProperty("os.arch", "").equals("amd64");

  private static final MethodHandle SOCKET = Posix.call("socket", 'i', "iii", 0);
  private static final MethodHandle BIND = Posix.call("bind", 'i', "ipi", 0);
  private static final MethodHandle LISTEN = Posix.call("listen", 'i', "ii", 0);
  private static final MethodHandle CONNECT = Posix.call("connect", 'i', "ipi", 0);
  private static final MethodHandle ACCEPT = Posix.call("accept4", 'i', "ippi", 0);
  private static final MethodHandle SETSOCKOPT = Posix.call("setsockopt", 'i', "iiipi", 0);
  private static final MethodHandle GETSOCKOPT = Posix.call("getsockopt", 'i', "iiipp", 0);
  private static final MethodHandle FCHMOD = Posix.call("fchmod", 'i', "ii", 0);
  private static final MethodHandle IOCTL = Posix.call("ioctl", 'i', "ilp", 2);
  private static final MethodHandle EPOLL_CREATE = Posix.call("epoll_create1", 'i', "i", 0);
  private static final MethodHandle EPOLL_CTL = Posix.call("epoll_ctl", 'i', "iiip", 0);

  private Sockets() {}

  /** A socket, non-blocking and closed on exec. */
  static int socket(Kind kind) {
    MemorySegment state = Posix.state();
    int type = kind.number() | SOCK_NONBLOCK | SOCK_CLOEXEC;
    try {
      return (int) Posix.result(state, (int) SOCKET.invokeExact(state, AF_UNIX, type, 0));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  /** Sets the mode of a socket without name; what bind(2) makes is never wider. */
  static int chmod(int fd, int mode) {
    MemorySegment state = Posix.state();
    try {
      return (int) Posix.result(state, (int) FCHMOD.invokeExact(state, fd, mode));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  static int bind(int fd, String path) {
    MemorySegment state = Posix.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = address(arena, path);
      int length = (int) name.byteSize();
      return (int) Posix.result(state, (int) BIND.invokeExact(state, fd, name, length));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  static int connect(int fd, String path) {
    MemorySegment state = Posix.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = address(arena, path);
      int length = (int) name.byteSize();
      return (int) Posix.result(state, (int) CONNECT.invokeExact(state, fd, name, length));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  /** A sockaddr_un as long as its path needs, with the byte that ends it. */
  private static MemorySegment address(Arena arena, String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    MemorySegment name = arena.allocate(2L + bytes.length + 1, 2);
    name.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(bytes, 0, name, JAVA_BYTE, 2, bytes.length);
    return name;
  }

  static int listen(int fd, int backlog) {
    MemorySegment state = Posix.state();
    try {
      return (int) Posix.result(state, (int) LISTEN.invokeExact(state, fd, backlog));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  static int accept(int fd) {
    MemorySegment state = Posix.state();
    MemorySegment nobody = MemorySegment.NULL;
    int flags = SOCK_NONBLOCK | SOCK_CLOEXEC;
    try {
      return (int) Posix.result(state, (int) ACCEPT.invokeExact(state, fd, nobody, nobody, flags));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  /** Asks for a send buffer; the kernel doubles the number and has a limit of its own. */
  static void askSendBuffer(int fd, int bytes) {
    MemorySegment state = Posix.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocateFrom(JAVA_INT, bytes);
      Posix.result(state, (int) SETSOCKOPT.invokeExact(state, fd, SOL_SOCKET, SO_SNDBUF, value, 4));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  /** The send buffer that there is, in the kernel's own counting. */
  static int sendBuffer(int fd) {
    MemorySegment state = Posix.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocateFrom(JAVA_INT, 0);
      MemorySegment length = arena.allocateFrom(JAVA_INT, 4);
      Posix.result(
          state, (int) GETSOCKOPT.invokeExact(state, fd, SOL_SOCKET, SO_SNDBUF, value, length));
      return value.get(JAVA_INT, 0);
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  /** Who was at the other side when the connection was made: SO_PEERCRED in unix(7). */
  static Identity peer(int fd) {
    MemorySegment state = Posix.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment process = arena.allocate(12, 4);
      MemorySegment length = arena.allocateFrom(JAVA_INT, 12);
      Posix.result(
          state, (int) GETSOCKOPT.invokeExact(state, fd, SOL_SOCKET, SO_PEERCRED, process, length));
      return new Identity(
          process.get(JAVA_INT, 4), process.get(JAVA_INT, 8), process.get(JAVA_INT, 0));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  /** How much of the send buffer is taken by what was not received yet. */
  static int taken(int fd) {
    MemorySegment state = Posix.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocateFrom(JAVA_INT, 0);
      Posix.result(state, (int) IOCTL.invokeExact(state, fd, (long) SIOCOUTQ, value));
      return value.get(JAVA_INT, 0);
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  static int epoll() {
    MemorySegment state = Posix.state();
    try {
      return (int) Posix.result(state, (int) EPOLL_CREATE.invokeExact(state, EPOLL_CLOEXEC));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }

  /** Lets an epoll descriptor become readable while this one is. */
  static int watch(int epoll, int fd) {
    return control(epoll, EPOLL_CTL_ADD, fd);
  }

  static int ignore(int epoll, int fd) {
    return control(epoll, EPOLL_CTL_DEL, fd);
  }

  private static int control(int epoll, int operation, int fd) {
    MemorySegment state = Posix.state();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(16, 8);
      event.set(JAVA_INT, 0, Constants.POLLIN);
      // Whose event it is, is not asked; the structure is packed on this one machine.
      event.set(JAVA_LONG.withByteAlignment(4), PACKED ? 4 : 8, fd);
      return (int)
          Posix.result(state, (int) EPOLL_CTL.invokeExact(state, epoll, operation, fd, event));
    } catch (Throwable thrown) {
      throw Posix.impossible(thrown);
    }
  }
}
