package org.ipctck.reference.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** What a file is, whatever it is called: statx(2). */
public record Inode(long device, long number, int type, int owner, long size) {

  /** What an open descriptor refers to. */
  public static Optional<Inode> of(int fd) {
    return statx(fd, "", Constants.AT_EMPTY_PATH);
  }

  /** What lies at a path; a symbolic link is itself. */
  public static Optional<Inode> at(String path) {
    return statx(Constants.AT_FDCWD, path, Constants.AT_SYMLINK_NOFOLLOW);
  }

  private static Optional<Inode> statx(int directory, String path, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(256, 8);
      if (Posix.statx(directory, path, flags, status) < 0) {
        return Optional.empty();
      }
      return Optional.of(
          new Inode(
              ((long) status.get(JAVA_INT, 136) << 32) | status.get(JAVA_INT, 140),
              status.get(JAVA_LONG, 32),
              status.get(JAVA_SHORT, 28) & Constants.S_IFMT,
              status.get(JAVA_INT, 20),
              status.get(JAVA_LONG, 40)));
    }
  }

  /** Whether an open file has this name now. */
  public static boolean hasName(int fd, String path) {
    Optional<Inode> named = at(path);
    return named.isPresent() && of(fd).filter(named.get()::is).isPresent();
  }

  /** Whether both are one file. */
  public boolean is(Inode other) {
    return device == other.device && number == other.number;
  }

  public boolean isFifo() {
    return type == Constants.S_IFIFO;
  }

  public boolean isRegular() {
    return type == Constants.S_IFREG;
  }

  public boolean isSocket() {
    return type == Constants.S_IFSOCK;
  }
}
