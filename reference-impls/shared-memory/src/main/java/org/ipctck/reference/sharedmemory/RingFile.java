package org.ipctck.reference.sharedmemory;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
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
  private static final int LONGEST_NAME = 200;
  private static final int TRIES = 200;
  private static final int EXISTING =
      Constants.O_RDWR | Constants.O_NOFOLLOW | Constants.O_NONBLOCK | Constants.O_CLOEXEC;

  private final Channel channel;
  private final String directory;
  private final String path;

  /** The name of a channel; one that cannot be a file's is refused. */
  RingFile(Channel channel) throws TransportException {
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
    this.path = directory + "/" + name + ".ring";
  }

  String path() {
    return path;
  }

  /** Becomes the receiver of the channel; what a dead one left is taken over. */
  Ring claim() throws TransportException {
    Ring ring = new RingMaker(channel, directory).make(0);
    boolean claimed = false;
    try {
      for (int tries = 0; tries < TRIES; tries++) {
        int linked = Posix.link(ring.fd(), path);
        if (linked >= 0) {
          claimed = true;
          return ring;
        }
        if (linked != -Constants.EEXIST) {
          throw Failure.of(linked, "a ring gets a name", path);
        }
        Optional<Ring> taken = takeOver(ring);
        if (taken.isPresent()) {
          claimed = taken.get() == ring;
          return taken.get();
        }
        LockSupport.parkNanos(1_000_000);
      }
      throw inUse();
    } finally {
      if (!claimed) {
        ring.close();
      }
    }
  }

  /** Puts a new ring in the place of one whose receiver died; empty to try again. */
  private Optional<Ring> takeOver(Ring fresh) throws TransportException {
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
          throw inUse();
        }
        return Optional.empty();
      }
      if (!hasTheName(fd)) {
        return Optional.empty();
      }
      Ring stale = Ring.of(fd, layout);
      mapped = true;
      try {
        return Optional.of(replace(stale, fresh));
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
  protected Ring replace(Ring stale, Ring fresh) throws TransportException {
    Posix.unlink(path);
    return rename(fresh);
  }

  private Ring rename(Ring fresh) throws TransportException {
    // Only who has locked the ring of the name uses this one, so what is there was left by a dead.
    String aside = path + ".new";
    Posix.unlink(aside);
    Failure.check(Posix.link(fresh.fd(), aside), "a ring gets a name", aside);
    Failure.check(Posix.rename(aside, path), "a ring gets its name", path);
    return fresh;
  }

  /** The layout of a file that is ours and a ring. */
  private Layout layout(int fd) throws TransportException {
    Optional<Inode> file = Inode.of(fd).filter(Inode::isRegular);
    if (file.isEmpty()) {
      throw notAnEndpoint();
    }
    if (file.get().owner() != Posix.geteuid() && channel.mode().equals("restricted")) {
      throw new TransportException(
          Reason.DENIED, "a restricted ring belongs to this user: path=" + path);
    }
    return Layout.read(fd, file.get().size()).orElseThrow(this::notAnEndpoint);
  }

  private boolean hasTheName(int fd) {
    Optional<Inode> named = Inode.at(path);
    return named.isPresent() && Inode.of(fd).filter(named.get()::is).isPresent();
  }

  /** Removes the name, if it is still that of this ring; only by who has locked it. */
  void remove(Ring ring) {
    if (hasTheName(ring.fd())) {
      channel.reached("unlink");
      Posix.unlink(path);
    }
  }

  /** The last to leave removes the name that a dead receiver could not. */
  void sweep(Ring ring) {
    if (ring.locks().take(0, 1 + ring.segment().layout().slots())) {
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
      ring = Optional.of(Ring.of(fd, layout));
      attached = attach(ring.get());
      return attached;
    } finally {
      if (attached.isEmpty()) {
        ring.ifPresentOrElse(Ring::close, () -> Posix.close(fd));
      }
    }
  }

  private Optional<Attached> attach(Ring ring) throws TransportException {
    OptionalInt slot = ring.slots().take();
    if (slot.isEmpty()) {
      if (ring.slots().full()) {
        throw inUse();
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

  private TransportException inUse() {
    return new TransportException(
        Reason.NAME_IN_USE, "each place is taken by somebody alive: path=" + path);
  }

  private TransportException notAnEndpoint() {
    return new TransportException(
        Reason.NOT_AN_ENDPOINT, "what has the name was not made by this transport: path=" + path);
  }
}
