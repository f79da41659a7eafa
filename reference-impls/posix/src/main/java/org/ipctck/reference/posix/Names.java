package org.ipctck.reference.posix;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/**
 * The two names of a channel in its directory: {@code NAME.slots}, the table whose locks say who is
 * there, and that of the endpoint, where a sender finds the receiver.
 *
 * <p>Who holds the receiver's lock of the table that has the name owns both names. The table gets
 * its name when it is written and locked, so nobody ever sees half of one; the endpoint comes after
 * the table and goes before it, so an endpoint without a table is not ours.
 */
public abstract class Names {
  private static final int LONGEST_NAME = 200;
  private static final int TRIES = 200;
  private static final int EXISTING =
      Constants.O_RDWR | Constants.O_NOFOLLOW | Constants.O_NONBLOCK | Constants.O_CLOEXEC;

  private final Channel channel;
  private final long magic;
  private final String directory;
  private final String tablePath;
  private final String endpointPath;
  private final int mode;

  /** What this end made or found at the endpoint's name. */
  private Optional<Inode> endpoint = Optional.empty();

  /**
   * The names of a channel; a name that cannot be a file's is refused.
   *
   * @param magic of the table
   * @param suffix of the endpoint's name
   */
  protected Names(Channel channel, long magic, String suffix) throws TransportException {
    requirePossible(channel.name());
    this.channel = channel;
    this.magic = magic;
    this.directory = channel.directory().toAbsolutePath().toString();
    this.tablePath = directory + "/" + channel.name() + ".slots";
    this.endpointPath = directory + "/" + channel.name() + suffix;
    this.mode = mode(channel);
  }

  /** Refuses a name that cannot be a file's in every directory. */
  public static void requirePossible(String name) throws TransportException {
    boolean possible =
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && !name.startsWith(".")
            && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '/');
    if (!possible) {
      throw new TransportException(
          Reason.NAME_INVALID, "a name is 1 to 200 letters without slash: length=" + name.length());
    }
  }

  /** The mode of the files of a channel. */
  public static int mode(Channel channel) {
    return channel.mode().equals("open") ? 0666 : 0600;
  }

  protected final Channel channel() {
    return channel;
  }

  protected final int mode() {
    return mode;
  }

  /** Where a sender finds the receiver. */
  public final String path() {
    return endpointPath;
  }

  /** Whether a file is what the endpoint's name stands for. */
  protected abstract boolean isEndpoint(Inode file);

  /** Takes a locked slot as sender; empty when there is no receiver now. */
  protected abstract Optional<Place> attach(Roster table, int slot) throws TransportException;

  /** Remembers what this end made or found at the endpoint's name. */
  protected final void remember(Optional<Inode> found) {
    endpoint = found;
  }

  /** Becomes the receiver of the channel; what a dead one left is taken over. */
  public final Roster claim() throws TransportException {
    for (int tries = 0; tries < TRIES; tries++) {
      Roster table = table();
      int linked = Posix.link(table.fd(), tablePath);
      if (linked >= 0) {
        Posix.chmod(tablePath, mode);
        table.watchedBy(new Lookout(() -> leadTo(table), endpointPath));
        return table;
      }
      Posix.close(table.fd());
      if (linked != -Constants.EEXIST) {
        throw Failure.of(linked, "a table of places gets a name", tablePath);
      }
      if (!takeOver()) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    throw inUse();
  }

  /** A table without a name, locked by its receiver. */
  private Roster table() throws TransportException {
    int flags = Constants.O_TMPFILE | Constants.O_RDWR | Constants.O_CLOEXEC;
    int fd =
        Failure.check(Posix.open(directory, flags, mode), "a table of places is made", directory);
    Channel.Limits limits = channel.limits();
    Roster table =
        Roster.create(fd, magic, Math.max(1, limits.senders()), limits.maxMessageBytes());
    if (table.slots() == 0 || !table.lockReceiver()) {
      Posix.close(fd);
      throw new TransportException(
          Reason.RESOURCES, "a table of places could not be written: path=" + tablePath);
    }
    return table;
  }

  /** The file that has the table's name; empty when there is none. */
  private OptionalInt openTable() throws TransportException {
    int fd = Posix.open(tablePath, EXISTING, 0);
    if (fd == -Constants.ENOENT) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Failure.check(fd, "what has the name is a table of places", tablePath));
  }

  /** Removes the names of a receiver that died; false when that has to be tried again. */
  private boolean takeOver() throws TransportException {
    OptionalInt fd = openTable();
    if (fd.isEmpty()) {
      return true;
    }
    try {
      Roster stale = Roster.read(fd.getAsInt(), magic);
      requireOurs(Inode.of(stale.fd()).filter(Inode::isRegular), tablePath);
      if (stale.slots() == 0) {
        throw notAnEndpoint(tablePath);
      }
      if (!stale.lockReceiver()) {
        if (stale.receiverLock() == 1) {
          throw inUse();
        }
        return false;
      }
      removeStale(stale);
      return true;
    } finally {
      Posix.close(fd.getAsInt());
    }
  }

  private void removeStale(Roster stale) throws TransportException {
    if (!isNamed(stale)) {
      return;
    }
    Optional<Inode> left = Inode.at(endpointPath);
    if (left.isPresent()) {
      requireOurs(left.filter(this::isEndpoint), endpointPath);
      Posix.unlink(endpointPath);
    }
    Posix.unlink(tablePath);
  }

  private static void requireOurs(Optional<Inode> found, String path) throws TransportException {
    // Root may clear what the dead process of another user left; nobody else can tell it is dead.
    int user = Posix.geteuid();
    if (found.filter(inode -> user == 0 || inode.owner() == user).isEmpty()) {
      throw notAnEndpoint(path);
    }
  }

  /** Whether the table has its name: while it does, the endpoint was made by its receiver. */
  protected final boolean isNamed(Roster table) {
    return Inode.hasName(table.fd(), tablePath);
  }

  /** Whether both names are those of a receiver's table and endpoint. */
  private boolean leadTo(Roster table) {
    return isNamed(table)
        && endpoint.isPresent()
        && Inode.at(endpointPath).filter(endpoint.get()::is).isPresent();
  }

  /** Removes the names, if they are still those of this table; only by who has locked it. */
  public final void remove(Roster table) {
    if (isNamed(table)) {
      if (endpoint.isPresent() && Inode.at(endpointPath).filter(endpoint.get()::is).isPresent()) {
        Posix.unlink(endpointPath);
      }
      channel.reached("unlink");
      Posix.unlink(tablePath);
    }
  }

  /** The last to leave removes the names that a dead receiver could not. */
  protected final void sweep(Roster table) {
    if (table.lockEverything()) {
      remove(table);
    }
  }

  /** Takes a place as sender; empty when there is no receiver now. */
  public final Optional<Place> attach() throws TransportException {
    OptionalInt fd = openTable();
    if (fd.isEmpty()) {
      return Optional.empty();
    }
    Optional<Place> place = Optional.empty();
    try {
      Roster table = Roster.read(fd.getAsInt(), magic);
      if (table.slots() == 0 || Inode.of(table.fd()).filter(Inode::isRegular).isEmpty()) {
        throw notAnEndpoint(tablePath);
      }
      if (table.receiverLock() == 1 && !table.ended()) {
        place = attach(table);
      }
      return place;
    } finally {
      if (place.isEmpty()) {
        Posix.close(fd.getAsInt());
      }
    }
  }

  private Optional<Place> attach(Roster table) throws TransportException {
    OptionalInt slot = table.lockFreeSlot();
    if (slot.isPresent()) {
      return attach(table, slot.getAsInt());
    }
    if (table.full()) {
      throw inUse();
    }
    return Optional.empty();
  }

  private TransportException inUse() {
    return inUse(tablePath);
  }

  /** Somebody alive has what was asked for. */
  public static TransportException inUse(String path) {
    return new TransportException(
        Reason.NAME_IN_USE, "each place is taken by somebody alive: path=" + path);
  }

  /** A name leads to something that no end of ours has made. */
  public static TransportException notAnEndpoint(String path) {
    return new TransportException(
        Reason.NOT_AN_ENDPOINT, "what has the name was not made by this transport: path=" + path);
  }
}
