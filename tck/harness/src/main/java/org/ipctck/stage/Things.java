package org.ipctck.stage;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipctck.scenario.Move;

/** Puts things where names of channels are, that no transport made. */
final class Things {
  /** Longer than any header that a transport might write over, and like none of them. */
  private static final String WORDS =
      "this file belongs to somebody else and stays as it is\n".repeat(4);

  private Things() {}

  /**
   * Puts a thing at a path.
   *
   * @param elsewhere an existing directory for what links lead to
   */
  static void put(Move.Thing thing, Path path, Path elsewhere) throws IOException {
    Path target = elsewhere.resolve("of-" + path.getFileName());
    switch (thing) {
      case FILE -> Files.writeString(path, WORDS);
      case DIRECTORY -> Files.writeString(Files.createDirectory(path).resolve("inside"), WORDS);
      case LINK -> Files.createSymbolicLink(path, Files.writeString(target, WORDS));
      case DANGLING -> Files.createSymbolicLink(path, target);
      case FIFO -> fifo(path);
      case SOCKET -> socket(path);
    }
  }

  private static void fifo(Path path) throws IOException {
    if (!Posix.mkfifo(path)) {
      throw new IOException("a FIFO could not be made: path=" + path);
    }
  }

  /** Its name stays when it is closed. */
  private static void socket(Path path) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
    }
  }

  /** Removes a name and what lies below it. */
  static void remove(Path path) throws IOException {
    if (Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      for (Path inside : Proc.list(path)) {
        remove(inside);
      }
    }
    Files.deleteIfExists(path);
  }
}
