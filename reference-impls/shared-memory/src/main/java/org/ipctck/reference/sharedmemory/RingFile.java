package org.ipctck.reference.sharedmemory;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Failure;
import org.ipctck.reference.posix.Inode;
import org.ipctck.reference.posix.Names;
import org.ipctck.reference.posix.Posix;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/**
 * The name of a channel in its directory: {@code NAME.ring}.
 *
 * <p>Who holds the receiver's lock of the file that has the name owns the name. A file gets it when
 * it is whole, reserved and locked, so nobody ever sees half of one. A file is never made shorter
 * and never used again by another receiver: a successor makes one of its own.
 */
public class RingFile {
  /** What the name of a ring ends with while it takes the place of another. */
  private static final String ASIDE = ".new";

  private static final int TRIES = 200;
  private static final int EXISTING =
      Constants.O_RDWR | Constants.O_NOFOLLOW | Constants.O_NONBLOCK | Constants.O_CLOEXEC;

  private final Channel channel;
  private final String directory;
  private final String path;

  /** The name of a channel; one that cannot be a file's is refused. */
  protected RingFile(Channel channel) throws TransportException {
    Names.requirePossible(channel.name());
    this.channel = channel;
    this.directory = channel.directory().toAbsolutePath().toString();
    this.path = directory + "/" + channel.name() + ".ring";
  }

  String path() {
    return path;
  }

  /** Becomes the receiver of the channel; what a dead one left is taken over. */
  Ring claim() throws TransportException {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<Ring> claimed = takeOver();
      if (claimed.isEmpty()) {
        claimed = begin();
      }
      if (claimed.isPresent()) {
        return claimed.get();
      }
      LockSupport.parkNanos(1_000_000);
    }
    throw Names.inUse(path);
  }

  /** Makes a ring where nothing has the name; empty when something has. */
  private Optional<Ring> begin() throws TransportException {
    return named(0, Optional.empty(), fresh -> Posix.link(fresh.fd(), path));
  }

  /** Makes a ring with room for so much, puts into it what it inherits, and gives it its name. */
  private Optional<Ring> named(int cells, Optional<Estate> estate, ToIntFunction<Ring> naming)
      throws TransportException {
    Ring fresh = new RingMaker(channel, directory, this::reserve).make(cells);
    boolean named = false;
    try {
      estate.ifPresent(left -> left.handTo(fresh));
      int result = naming.applyAsInt(fresh);
      if (result < 0 && result != -Constants.EEXIST) {
        throw Failure.of(result, "a ring gets a name", path);
      }
      named = result >= 0;
      return named ? Optional.of(fresh) : Optional.empty();
    } finally {
      if (!named) {
        fresh.close();
      }
    }
  }

  /** Gives the file of a ring its size and all the space it needs. */
  protected int reserve(int fd, long bytes) {
    return Space.reserve(fd, bytes);
  }

  /** Puts a new ring in the place of one whose receiver died; empty when there is none now. */
  private Optional<Ring> takeOver() throws TransportException {
    int fd = Posix.open(path, EXISTING, 0);
    if (fd == -Constants.ENOENT) {
      return Optional.empty();
    }
    Failure.check(fd, "what has the name is a ring", path);
    boolean mapped = false;
    try {
      Layout layout = layout(fd);
      Locks locks = new Locks(fd);
      if (!locks.take(0, 1)) {
        if (locks.heldByAnother(0, 1) == 1) {
          throw Names.inUse(path);
        }
        return Optional.empty();
      }
      if (!hasTheName(fd)) {
        return Optional.empty();
      }
      Ring stale = Ring.of(fd, layout);
      mapped = true;
      try {
        return replace(stale);
      } finally {
        stale.close();
      }
    } finally {
      if (!mapped) {
        Posix.close(fd);
      }
    }
  }

  /** Takes the place of a ring that was locked. */
  protected Optional<Ring> replace(Ring stale) throws TransportException {
    Estate estate = Estate.of(stale);
    return named(estate.cells(), Optional.of(estate), this::rename);
  }

  private int rename(Ring fresh) {
    // Only who has locked the ring of the name uses this one, so what is there was left by a dead.
    String aside = path + ASIDE;
    Posix.unlink(aside);
    int linked = Posix.link(fresh.fd(), aside);
    return linked < 0 ? linked : Space.rename(aside, path);
  }

  /** The layout of a file that is ours and a ring. */
  private Layout layout(int fd) throws TransportException {
    Optional<Inode> file = Inode.of(fd).filter(Inode::isRegular);
    if (file.isEmpty()) {
      throw Names.notAnEndpoint(path);
    }
    // Root may clear what the dead process of another user left.
    int user = Posix.geteuid();
    boolean foreign = user != 0 && file.get().owner() != user;
    if (foreign && channel.mode().equals("restricted")) {
      throw new TransportException(
          Reason.DENIED, "a restricted ring belongs to this user: path=" + path);
    }
    return read(fd);
  }

  /** What the header of a file says. */
  protected Layout read(int fd) throws TransportException {
    return Layout.read(fd, path);
  }

  private boolean hasTheName(int fd) {
    return Inode.hasName(fd, path);
  }

  /** Whether the name is that of a ring. */
  boolean isOf(Ring ring) {
    return hasTheName(ring.fd());
  }

  /** Removes the name, if it is still that of this ring; only by who has locked it. */
  void remove(Ring ring) {
    if (hasTheName(ring.fd())) {
      Posix.unlink(path + ASIDE);
      channel.reached("unlink");
      Posix.unlink(path);
    }
  }

  /** The last to leave removes the name that a dead receiver could not, unless it left messages. */
  void sweep(Ring ring) {
    if (ring.locks().take(0, 1 + ring.segment().layout().slots()) && !Estate.isLeftIn(ring)) {
      remove(ring);
    }
  }

  /** Takes a slot as sender; empty when there is no receiver now. */
  Optional<Attached> attach() throws TransportException {
    int fd = Posix.open(path, EXISTING, 0);
    if (fd == -Constants.ENOENT) {
      return Optional.empty();
    }
    Failure.check(fd, "what has the name is a ring", path);
    Optional<Attached> attached = Optional.empty();
    Optional<Ring> ring = Optional.empty();
    try {
      Layout layout = layout(fd);
      if (new Locks(fd).heldByAnother(0, 1) != 1) {
        return Optional.empty();
      }
      check(layout);
      ring = Optional.of(Ring.of(fd, layout));
      attached = attach(ring.get());
      return attached;
    } finally {
      if (attached.isEmpty()) {
        ring.ifPresentOrElse(Ring::close, () -> Posix.close(fd));
      }
    }
  }

  /** Refuses a ring that was made for less than this end asks for. */
  protected void check(Layout layout) throws TransportException {
    if (!layout.serves(channel.limits())) {
      throw new TransportException(
          Reason.LAYOUT,
          "a ring was made for less, open both ends with the same limits: asked=%s, made=%s, path=%s"
              .formatted(channel.limits(), layout, path));
    }
  }

  private Optional<Attached> attach(Ring ring) throws TransportException {
    OptionalInt slot = ring.slots().take();
    if (slot.isEmpty()) {
      if (ring.slots().full()) {
        throw Names.inUse(path);
      }
      return Optional.empty();
    }
    // With the slot locked the receiver cannot see the end any more; but it may have seen it.
    if (!ring.isOpen() || !hasTheName(ring.fd())) {
      return Optional.empty();
    }
    return Optional.of(new Attached(ring, slot.getAsInt(), ring.slots().attach(slot.getAsInt())));
  }

  /** A sender's place in a ring. */
  public record Attached(Ring ring, int slot, int epoch) {}
}
