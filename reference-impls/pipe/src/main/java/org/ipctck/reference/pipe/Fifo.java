package org.ipctck.reference.pipe;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/**
 * The two names of a channel in its directory: {@code NAME.slots}, the table whose locks say who is
 * there, and {@code NAME.fifo}, the pipe.
 *
 * <p>Who holds the receiver's lock of the table that has the name owns both names. The table gets
 * its name when it is written and locked, so nobody ever sees half of one; the pipe comes after the
 * table and goes before it, so a pipe without a table is not ours.
 */
public class Fifo {
  private static final int LONGEST_NAME = 200;
  private static final int TRIES = 200;

  private final Channel channel;
  private final String directory;
  private final String slotsPath;
  private final String fifoPath;
  private final int mode;

  /** The pipe that this end made or found. */
  private Optional<Inode> pipe = Optional.empty();

  /** The names of a channel; a name that cannot be a file's is refused. */
  Fifo(Channel channel) throws TransportException {
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
    this.directory = channel.directory().toAbsolutePath().toString();
    this.slotsPath = directory + "/" + name + ".slots";
    this.fifoPath = directory + "/" + name + ".fifo";
    this.mode = channel.mode().equals("open") ? 0666 : 0600;
  }

  /** Where a stranger could write into the channel. */
  String fifoPath() {
    return fifoPath;
  }

  /** Becomes the receiver of the channel; what a dead one left is taken over. */
  SlotFile claim() throws TransportException {
    for (int tries = 0; tries < TRIES; tries++) {
      SlotFile table = table();
      int linked = Posix.link(table.fd(), slotsPath);
      if (linked >= 0) {
        Posix.chmod(slotsPath, mode);
        return table;
      }
      Posix.close(table.fd());
      if (linked != -Constants.EEXIST) {
        throw Failure.of(linked, "a table of places gets a name", slotsPath);
      }
      if (!takeOver()) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    throw inUse();
  }

  /** A table without a name, locked by its receiver. */
  private SlotFile table() throws TransportException {
    int flags = Constants.O_TMPFILE | Constants.O_RDWR | Constants.O_CLOEXEC;
    int fd =
        Failure.check(Posix.open(directory, flags, mode), "a table of places is made", directory);
    Channel.Limits limits = channel.limits();
    SlotFile table = SlotFile.create(fd, Math.max(1, limits.senders()), limits.maxMessageBytes());
    if (table.slots() == 0 || !table.lockReceiver()) {
      Posix.close(fd);
      throw new TransportException(
          Reason.RESOURCES, "a table of places could not be written: path=" + slotsPath);
    }
    return table;
  }

  /** Removes the names of a receiver that died; false when that has to be tried again. */
  private boolean takeOver() throws TransportException {
    int flags = Constants.O_RDWR | Constants.O_NOFOLLOW | Constants.O_CLOEXEC;
    int fd = Posix.open(slotsPath, flags | Constants.O_NONBLOCK, 0);
    if (fd == -Constants.ENOENT) {
      return true;
    }
    Failure.check(fd, "what has the name is a table of places", slotsPath);
    try {
      SlotFile stale = SlotFile.read(fd);
      requireOurs(Inode.of(fd).filter(Inode::isRegular), slotsPath);
      if (stale.slots() == 0) {
        throw notAnEndpoint(slotsPath);
      }
      if (!stale.lockReceiver()) {
        if (stale.receiverLock() == 1) {
          throw inUse();
        }
        return false;
      }
      return removeStale(fd);
    } finally {
      Posix.close(fd);
    }
  }

  private boolean removeStale(int fd) throws TransportException {
    if (!Inode.at(slotsPath).equals(Inode.of(fd))) {
      return true;
    }
    Optional<Inode> left = Inode.at(fifoPath);
    if (left.isPresent()) {
      requireOurs(left.filter(Inode::isFifo), fifoPath);
      Posix.unlink(fifoPath);
    }
    Posix.unlink(slotsPath);
    return true;
  }

  private static void requireOurs(Optional<Inode> found, String path) throws TransportException {
    // Root may clear what the dead process of another user left; nobody else can tell it is dead.
    int user = Posix.geteuid();
    if (found.filter(inode -> user == 0 || inode.owner() == user).isEmpty()) {
      throw notAnEndpoint(path);
    }
  }

  /** Makes the pipe and opens it for reading; its names are not yet anybody's. */
  int make() throws TransportException {
    Failure.check(Posix.mkfifo(fifoPath, mode), "a pipe is made where nothing is", fifoPath);
    Posix.chmod(fifoPath, mode);
    int flags = Constants.O_RDONLY | Constants.O_NONBLOCK;
    int fd = Posix.open(fifoPath, flags | Constants.O_NOFOLLOW | Constants.O_CLOEXEC, 0);
    if (fd < 0) {
      Posix.unlink(fifoPath);
      throw Failure.of(fd, "a pipe is opened", fifoPath);
    }
    pipe = Inode.of(fd);
    Posix.fcntl(fd, Constants.F_SETPIPE_SZ, Room.wanted(channel.limits()));
    return fd;
  }

  /** Removes the names, if they are still those of this table; only by who has locked it. */
  void remove(SlotFile table) {
    if (Inode.at(slotsPath).equals(Inode.of(table.fd()))) {
      if (pipe.isPresent() && Inode.at(fifoPath).equals(pipe)) {
        Posix.unlink(fifoPath);
      }
      channel.reached("unlink");
      Posix.unlink(slotsPath);
    }
  }

  /** Takes a place as sender; empty when there is no receiver now. */
  Optional<Place> attach() throws TransportException {
    int flags = Constants.O_RDWR | Constants.O_NOFOLLOW | Constants.O_CLOEXEC;
    int fd = Posix.open(slotsPath, flags | Constants.O_NONBLOCK, 0);
    if (fd == -Constants.ENOENT) {
      return Optional.empty();
    }
    Failure.check(fd, "what has the name is a table of places", slotsPath);
    Optional<Place> place = Optional.empty();
    try {
      SlotFile table = SlotFile.read(fd);
      if (table.slots() == 0 || Inode.of(fd).filter(Inode::isRegular).isEmpty()) {
        throw notAnEndpoint(slotsPath);
      }
      place = table.receiverLock() == 1 && !table.ended() ? attach(table) : Optional.empty();
      return place;
    } finally {
      if (place.isEmpty()) {
        Posix.close(fd);
      }
    }
  }

  private Optional<Place> attach(SlotFile table) throws TransportException {
    OptionalInt slot = claimSlot(table);
    if (slot.isEmpty()) {
      if (table.full()) {
        throw inUse();
      }
      return Optional.empty();
    }
    int flags = Constants.O_WRONLY | Constants.O_NONBLOCK | Constants.O_CLOEXEC;
    int fd = Posix.open(fifoPath, flags | Constants.O_NOFOLLOW, 0);
    if (fd == -Constants.ENXIO || fd == -Constants.ENOENT) {
      return Optional.empty();
    }
    Failure.check(fd, "what has the name is a pipe", fifoPath);
    pipe = Inode.of(fd);
    if (pipe.filter(Inode::isFifo).isEmpty()) {
      Posix.close(fd);
      throw notAnEndpoint(fifoPath);
    }
    // While the table still has the name, the pipe of that name was made by its receiver.
    if (table.ended() || !Inode.at(slotsPath).equals(Inode.of(table.fd()))) {
      Posix.close(fd);
      return Optional.empty();
    }
    int incarnation = table.attach(slot.getAsInt());
    return Optional.of(new Place(fd, table, slot.getAsInt(), incarnation, () -> sweep(table)));
  }

  /** Locks a place that no living sender has. */
  protected OptionalInt claimSlot(SlotFile table) {
    return table.lockFreeSlot();
  }

  /** The last to leave removes the names that a dead receiver could not. */
  private void sweep(SlotFile table) {
    if (table.lockEverything()) {
      remove(table);
    }
  }

  private TransportException inUse() {
    return new TransportException(
        Reason.NAME_IN_USE, "each place is taken by somebody alive: path=" + slotsPath);
  }

  private static TransportException notAnEndpoint(String path) {
    return new TransportException(
        Reason.NOT_AN_ENDPOINT, "what has the name was not made by this transport: path=" + path);
  }
}
