package org.ipctck.reference.socket;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.ipctck.reference.posix.CLibrary;
import org.ipctck.reference.posix.Constants;
import org.ipctck.spi.Identifying.Identity;

/** The calls about sockets; each returns what the call returned, or the negated error number. */
final class Sockets {
  /** The longest path in bytes: 108 with the byte that ends it; unix(7). */
  static final int LONGEST_PATH = 107;

  private static final int AF_UNIX = 1;
  private static final int SOL_SOCKET = 1;
  private static final int SO_SNDBUF = 7;
  private static final int SHUT_RD = 0;
  private static final int SO_PEERCRED = 17;
  private static final int SOCK_NONBLOCK = 0x800;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int SIOCOUTQ = 0x5411;
  private static final int EPOLL_CLOEXEC = 0x80000;
  private static final int EPOLL_CTL_ADD = 1;
  private static final int EPOLL_CTL_DEL = 2;
  private static final boolean PACKED = System.getProperty("os.arch", "").equals("amd64");

  private static final MemorySegment SOCKET = CLibrary.symbol("socket");
  private static final MemorySegment BIND = CLibrary.symbol("bind");
  private static final MemorySegment LISTEN = CLibrary.symbol("listen");
  private static final MemorySegment CONNECT = CLibrary.symbol("connect");
  private static final MemorySegment ACCEPT = CLibrary.symbol("accept4");
  private static final MemorySegment SHUTDOWN = CLibrary.symbol("shutdown");
  private static final MemorySegment SETSOCKOPT = CLibrary.symbol("setsockopt");
  private static final MemorySegment GETSOCKOPT = CLibrary.symbol("getsockopt");
  private static final MemorySegment IOCTL = CLibrary.symbol("ioctl");
  private static final MemorySegment EPOLL_CREATE = CLibrary.symbol("epoll_create1");
  private static final MemorySegment EPOLL_CTL = CLibrary.symbol("epoll_ctl");

  private Sockets() {}

  /** A socket, non-blocking and closed on exec. */
  static int socket(Kind kind) {
    int type = kind.number() | SOCK_NONBLOCK | SOCK_CLOEXEC;
    return CLibrary.number(SOCKET, AF_UNIX, type, 0);
  }

  static int bind(int fd, String path) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = address(arena, path);
      return CLibrary.number(BIND, fd, name, name.byteSize());
    }
  }

  static int connect(int fd, String path) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = address(arena, path);
      return CLibrary.number(CONNECT, fd, name, name.byteSize());
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
    return CLibrary.number(LISTEN, fd, backlog, 0);
  }

  static int accept(int fd) {
    return CLibrary.number(ACCEPT, fd, 0, 0, SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  }

  /** Lets the other side send no more; what it has sent can still be received. */
  static int shutReading(int fd) {
    return CLibrary.number(SHUTDOWN, fd, SHUT_RD, 0);
  }

  /** Asks for a send buffer; the kernel doubles the number and has a limit of its own. */
  static void askSendBuffer(int fd, int bytes) {
    try (Arena arena = Arena.ofConfined()) {
      long value = arena.allocateFrom(JAVA_INT, bytes).address();
      CLibrary.number(SETSOCKOPT, fd, SOL_SOCKET, SO_SNDBUF, value, 4);
    }
  }

  /** The send buffer that there is, in the kernel's own counting. */
  static int sendBuffer(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      return option(fd, SO_SNDBUF, arena.allocate(4, 4)).get(JAVA_INT, 0);
    }
  }

  /** Who was at the other side when the connection was made: SO_PEERCRED in unix(7). */
  static Identity peer(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment process = option(fd, SO_PEERCRED, arena.allocate(12, 4));
      return new Identity(
          process.get(JAVA_INT, 4), process.get(JAVA_INT, 8), process.get(JAVA_INT, 0));
    }
  }

  private static MemorySegment option(int fd, int option, MemorySegment value) {
    try (Arena arena = Arena.ofConfined()) {
      long length = arena.allocateFrom(JAVA_INT, (int) value.byteSize()).address();
      CLibrary.number(GETSOCKOPT, fd, SOL_SOCKET, option, value.address(), length);
      return value;
    }
  }

  /** How much of the send buffer is taken by what was not received yet. */
  static int taken(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocateFrom(JAVA_INT, 0);
      CLibrary.number(IOCTL, fd, SIOCOUTQ, value.address());
      return value.get(JAVA_INT, 0);
    }
  }

  static int epoll() {
    return CLibrary.number(EPOLL_CREATE, EPOLL_CLOEXEC, 0, 0);
  }

  /** Lets an epoll descriptor become readable while this one is. */
  static int watch(int epoll, int fd) {
    return control(epoll, EPOLL_CTL_ADD, fd);
  }

  static int ignore(int epoll, int fd) {
    return control(epoll, EPOLL_CTL_DEL, fd);
  }

  private static int control(int epoll, int operation, int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(16, 8);
      event.set(JAVA_INT, 0, Constants.POLLIN);
      // Whose event it is, is not asked; the structure is packed on this one machine.
      event.set(JAVA_LONG.withByteAlignment(4), PACKED ? 4 : 8, fd);
      return CLibrary.number(EPOLL_CTL, epoll, operation, fd, event.address(), 0);
    }
  }
}
