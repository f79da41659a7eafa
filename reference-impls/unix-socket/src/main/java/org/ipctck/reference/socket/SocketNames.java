package org.ipctck.reference.socket;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Failure;
import org.ipctck.reference.posix.Inode;
import org.ipctck.reference.posix.Names;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/**
 * The names of a channel whose endpoint is a socket, {@code NAME.sock}. That nobody answers there
 * would not say that it is stale: between bind(2) and listen(2) nobody answers at a living one.
 */
public final class SocketNames extends Names {
  private final Kind kind;

  /** Whether a receiver was there that had no room for one more connection. */
  private boolean crowded;

  /** The names of a channel; a name that cannot be a socket's is refused. */
  SocketNames(Channel channel, Kind kind) throws TransportException {
    super(channel, Roster.OF_SOCKET, ".sock");
    this.kind = kind;
    requireShort(path());
  }

  private static void requireShort(String path) throws TransportException {
    int bytes = path.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Sockets.LONGEST_PATH) {
      throw new TransportException(
          Reason.NAME_INVALID,
          "the path of a socket is at most %d bytes: bytes=%d, path=%s; use a shorter directory"
              .formatted(Sockets.LONGEST_PATH, bytes, path));
    }
  }

  @Override
  protected boolean isEndpoint(Inode file) {
    return file.isSocket();
  }

  /** Makes the socket at which the receiver is found; never wider than declared. */
  int make(Roster roster) throws TransportException {
    int fd = Failure.check(Sockets.socket(kind), "a receiver needs a socket", path());
    boolean made = false;
    try {
      roster.setQueue(UnixDatagramTransport.queue());
      // On Linux bind(2) takes the mode of the socket and leaves out the umask, so it is narrow
      // before it has a name.
      Failure.check(Posix.chmod(fd, mode()), "a socket gets a mode", path());
      Failure.check(Sockets.bind(fd, path()), "a socket is made where nothing is", path());
      remember(Inode.at(path()));
      Posix.chmod(path(), mode());
      if (kind.connected()) {
        int backlog = Room.backlog(roster.slots());
        Failure.check(Sockets.listen(fd, backlog), "a receiver listens", path());
      }
      made = true;
      return fd;
    } finally {
      if (!made) {
        Posix.close(fd);
      }
    }
  }

  @Override
  protected Optional<Place> attach(Roster roster, int slot) throws TransportException {
    Attachment attachment = new Attachment(channel(), kind, path(), roster);
    Optional<Place> place =
        attachment.make(slot, () -> !roster.ended() && isNamed(roster), () -> sweep(roster));
    remember(attachment.socket());
    crowded = attachment.crowded();
    return place;
  }

  /** Why no place could be had in time. */
  TransportException why(Deadline deadline) {
    if (!crowded) {
      return new TransportException(
          Reason.NO_PEER, "a sender needs a receiver that has the socket open: " + path());
    }
    return new TransportException(
        deadline.nanos() <= 0 ? Reason.FULL : Reason.TIMEOUT,
        "too many connections wait for the receiver: path=%s; try again".formatted(path()));
  }
}
