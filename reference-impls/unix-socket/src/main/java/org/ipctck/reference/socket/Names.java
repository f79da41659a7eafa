package org.ipctck.reference.socket;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/**
 * The two names of a channel in its directory: {@code NAME.slots}, the table whose locks say who is
 * there, and {@code NAME.sock}, the socket.
 *
 * <p>Who holds the receiver's lock of the table that has the name owns both names. The table gets
 * its name when it is written and locked, so nobody ever sees half of one; the socket comes after
 * the table and goes before it, so a socket without a table is not ours. That nobody answers at a
 * socket would not say so much: between bind(2) and listen(2) nobody answers at a living one.
 */
public class Names {
  private static final int LONGEST_NAME = 200;
  private static final int TRIES = 200;

  private final Channel channel;
  private final Kind kind;
  private final String directory;
  private final String rosterPath;
  private final String socketPath;
  private final int mode;

  /** The socket's name that this end made or found. */
  private Optional<Inode> socket = Optional.empty();

  /** Whether a receiver was there that had no room for one more connection. */
  private boolean crowded;

  /** The names of a channel; a name that cannot be a socket's is refused. */
  Names(Channel channel, Kind kind) throws TransportException {
    String name = channel.name();
    boolean possible =
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && !name.startsWith(".")
            && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '/');
    if (!possible) {
      throw new TransportException(
          Reason.NAME_INVALID, "a name is 1 to 200 letters without slash: length=" + name.length());
    }
    this.channel = channel;
    this.kind = kind;
    this.directory = channel.directory().toAbsolutePath().toString();
    this.rosterPath = directory + "/" + name + ".slots";
    this.socketPath = directory + "/" + name + ".sock";
    this.mode = channel.mode().equals("open") ? 0666 : 0600;
    requireShort(socketPath);
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

  /** Where a sender connects. */
  String socketPath() {
    return socketPath;
  }

  /** Becomes the receiver of the channel; what a dead one left is taken over. */
  Roster claim() throws TransportException {
    for (int tries = 0; tries < TRIES; tries++) {
      Roster roster = roster();
      int linked = Posix.link(roster.fd(), rosterPath);
      if (linked >= 0) {
        Posix.chmod(rosterPath, mode);
        return roster;
      }
      Posix.close(roster.fd());
      if (linked != -Constants.EEXIST) {
        throw Failure.of(linked, "a table of places gets a name", rosterPath);
      }
      if (!takeOver()) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    throw inUse();
  }

  /** A table without a name, locked by its receiver. */
  private Roster roster() throws TransportException {
    int flags = Constants.O_TMPFILE | Constants.O_RDWR | Constants.O_CLOEXEC;
    int fd =
        Failure.check(Posix.open(directory, flags, mode), "a table of places is made", directory);
    Channel.Limits limits = channel.limits();
    Roster roster = Roster.create(fd, Math.max(1, limits.senders()), limits.maxMessageBytes());
    if (roster.slots() == 0 || !roster.lockReceiver()) {
      Posix.close(fd);
      throw new TransportException(
          Reason.RESOURCES, "a table of places could not be written: path=" + rosterPath);
    }
    return roster;
  }

  /** Removes the names of a receiver that died; false when that has to be tried again. */
  private boolean takeOver() throws TransportException {
    int fd = openRoster();
    if (fd < 0) {
      return true;
    }
    try {
      Roster stale = Roster.read(fd);
      requireOurs(Inode.of(fd).filter(Inode::isRegular), rosterPath);
      if (stale.slots() == 0) {
        throw notAnEndpoint(rosterPath);
      }
      if (!stale.lockReceiver()) {
        if (stale.receiverLock() == 1) {
          throw inUse();
        }
        return false;
      }
      removeStale(fd);
      return true;
    } finally {
      Posix.close(fd);
    }
  }

  /** The file that has the table's name; negative when there is none. */
  private int openRoster() throws TransportException {
    int flags = Constants.O_RDWR | Constants.O_NOFOLLOW | Constants.O_CLOEXEC;
    int fd = Posix.open(rosterPath, flags | Constants.O_NONBLOCK, 0);
    return fd == -Constants.ENOENT
        ? fd
        : Failure.check(fd, "what has the name is a table of places", rosterPath);
  }

  private void removeStale(int fd) throws TransportException {
    if (!Inode.at(rosterPath).equals(Inode.of(fd))) {
      return;
    }
    Optional<Inode> left = Inode.at(socketPath);
    if (left.isPresent()) {
      requireOurs(left.filter(Inode::isSocket), socketPath);
      Posix.unlink(socketPath);
    }
    Posix.unlink(rosterPath);
  }

  private static void requireOurs(Optional<Inode> found, String path) throws TransportException {
    // Root may clear what the dead process of another user left; nobody else can tell it is dead.
    int user = Posix.geteuid();
    if (found.filter(inode -> user == 0 || inode.owner() == user).isEmpty()) {
      throw notAnEndpoint(path);
    }
  }

  /** Makes the socket at which the receiver is found; never wider than declared. */
  int make(Roster roster) throws TransportException {
    int fd = Failure.check(Sockets.socket(kind), "a receiver needs a socket", socketPath);
    boolean made = false;
    try {
      roster.setQueue(UnixDatagramTransport.queue());
      // On Linux bind(2) takes the mode of the socket and leaves out the umask, so it is narrow
      // before it has a name.
      Failure.check(Sockets.chmod(fd, mode), "a socket gets a mode", socketPath);
      Failure.check(Sockets.bind(fd, socketPath), "a socket is made where nothing is", socketPath);
      socket = Inode.at(socketPath);
      Posix.chmod(socketPath, mode);
      if (kind.connected()) {
        int backlog = Room.backlog(roster.slots());
        Failure.check(Sockets.listen(fd, backlog), "a receiver listens", socketPath);
      }
      made = true;
      return fd;
    } finally {
      if (!made) {
        Posix.close(fd);
      }
    }
  }

  /** Removes the names, if they are still those of this table; only by who has locked it. */
  void remove(Roster roster) {
    if (Inode.at(rosterPath).equals(Inode.of(roster.fd()))) {
      if (socket.isPresent() && Inode.at(socketPath).equals(socket)) {
        Posix.unlink(socketPath);
      }
      channel.reached("unlink");
      Posix.unlink(rosterPath);
    }
  }

  /** Takes a place as sender; empty when there is no receiver now. */
  Optional<Place> attach() throws TransportException {
    int fd = openRoster();
    if (fd < 0) {
      return Optional.empty();
    }
    Optional<Place> place = Optional.empty();
    try {
      Roster roster = Roster.read(fd);
      if (roster.slots() == 0 || Inode.of(fd).filter(Inode::isRegular).isEmpty()) {
        throw notAnEndpoint(rosterPath);
      }
      if (roster.receiverLock() == 1 && !roster.ended()) {
        Attachment attachment = new Attachment(channel, kind, socketPath, roster);
        place = attachment.make(() -> isNamed(roster), () -> sweep(roster));
        socket = attachment.socket();
        crowded = attachment.crowded();
        if (place.isEmpty() && attachment.full()) {
          throw inUse();
        }
      }
      return place;
    } finally {
      if (place.isEmpty()) {
        Posix.close(fd);
      }
    }
  }

  /** While the table still has the name, the socket of that name was made by its receiver. */
  private boolean isNamed(Roster roster) {
    return !roster.ended() && Inode.at(rosterPath).equals(Inode.of(roster.fd()));
  }

  /** The last to leave removes the names that a dead receiver could not. */
  private void sweep(Roster roster) {
    if (roster.lockEverything()) {
      remove(roster);
    }
  }

  /** Why no place could be had in time. */
  TransportException why(Deadline deadline) {
    if (!crowded) {
      return new TransportException(
          Reason.NO_PEER, "a sender needs a receiver that has the socket open: " + socketPath);
    }
    return new TransportException(
        deadline.nanos() <= 0 ? Reason.FULL : Reason.TIMEOUT,
        "too many connections wait for the receiver: path=%s; try again".formatted(socketPath));
  }

  private TransportException inUse() {
    return new TransportException(
        Reason.NAME_IN_USE, "each place is taken by somebody alive: path=" + rosterPath);
  }

  static TransportException notAnEndpoint(String path) {
    return new TransportException(
        Reason.NOT_AN_ENDPOINT, "what has the name was not made by this transport: path=" + path);
  }
}
