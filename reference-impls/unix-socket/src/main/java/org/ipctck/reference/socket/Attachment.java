package org.ipctck.reference.socket;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Failure;
import org.ipctck.reference.posix.Inode;
import org.ipctck.reference.posix.Names;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/** A sender on its way to a place: it has a slot, connects, and says who it is. */
final class Attachment {
  private final Channel channel;
  private final Kind kind;
  private final String path;
  private final Roster roster;
  private Optional<Inode> socket = Optional.empty();
  private boolean crowded;

  Attachment(Channel channel, Kind kind, String path, Roster roster) {
    this.channel = channel;
    this.kind = kind;
    this.path = path;
    this.roster = roster;
  }

  /** What has the socket's name. */
  Optional<Inode> socket() {
    return socket;
  }

  /** Whether too many connections wait for the receiver. */
  boolean crowded() {
    return crowded;
  }

  /** Takes a place with a locked slot; empty when that has to be tried again. */
  Optional<Place> make(int slot, BooleanSupplier isNamed, Runnable afterwards)
      throws TransportException {
    socket = Inode.at(path);
    if (socket.isEmpty()) {
      return Optional.empty();
    }
    if (!socket.get().isSocket()) {
      throw Names.notAnEndpoint(path);
    }
    int fd = Failure.check(Sockets.socket(kind), "a sender needs a socket", path);
    boolean attached = false;
    try {
      Sockets.askSendBuffer(fd, Room.wanted(channel.limits()) / 2);
      requireRoom(fd);
      attached = connect(fd) && isNamed.getAsBoolean();
      Optional<Place> place = attached ? greet(fd, slot, afterwards) : Optional.empty();
      attached = place.isPresent();
      return place;
    } finally {
      if (!attached) {
        Posix.close(fd);
      }
    }
  }

  /** A record is never longer than the send buffer; unix(7). */
  private void requireRoom(int fd) throws TransportException {
    int record = Record.HEADER + channel.limits().maxMessageBytes() + 32;
    if (kind != Kind.STREAM && Sockets.sendBuffer(fd) < record) {
      throw new TransportException(
          Reason.RESOURCES,
          "a record fits into the send buffer: bytes=%d, buffer=%d; raise net.core.wmem_max"
              .formatted(record, Sockets.sendBuffer(fd)));
    }
  }

  /** False when nobody listens there now, or when too many wait to be accepted already. */
  private boolean connect(int fd) throws TransportException {
    channel.reached("connect");
    int connected;
    do {
      connected = Sockets.connect(fd, path);
    } while (connected == -Constants.EINTR);
    if (connected >= 0) {
      return true;
    }
    // On a full backlog a Unix socket says EAGAIN and not EINPROGRESS; connect(2).
    crowded = connected == -Constants.EAGAIN;
    boolean later =
        crowded || connected == -Constants.ECONNREFUSED || connected == -Constants.ENOENT;
    if (!later) {
      throw Failure.of(connected, "what has the name is a socket of this type", path);
    }
    return false;
  }

  private Optional<Place> greet(int fd, int slot, Runnable afterwards) {
    boolean came = roster.came(slot);
    int incarnation = roster.attach(slot);
    if (kind.connected() && !sayHello(fd, new Hello(slot, incarnation))) {
      roster.detach(slot, came);
      return Optional.empty();
    }
    return Optional.of(new Place(fd, roster, slot, incarnation, afterwards));
  }

  private static boolean sayHello(int fd, Hello hello) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocate(JAVA_BYTE, Hello.BYTES);
      hello.encode(bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN));
      return new Parcel().send(fd, bytes, List.of()) == Hello.BYTES;
    }
  }
}
