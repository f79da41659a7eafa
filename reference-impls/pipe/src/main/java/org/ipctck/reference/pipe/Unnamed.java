package org.ipctck.reference.pipe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Failure;
import org.ipctck.reference.posix.Inode;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Inheriting.Side;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/**
 * An anonymous pipe as one process knows it, with the table of its places in a file without name.
 *
 * <p>Each process has a handle of the pipe that is neither reader nor writer (O_PATH). The first
 * ends are those that were inherited; when they were closed, an end is opened again by the handle,
 * and a receiver begins anew. The reading end is kept from the beginning, so that what is sent
 * before the receiver opens is kept too; a writing end only while children are being started, so
 * that the end of the channel can be noticed.
 */
final class Unnamed {
  private final Channel channel;
  private final int handle;
  private final int table;
  private final ArrayDeque<Place> given = new ArrayDeque<>();
  private int reading;
  private int writing = -1;
  private int open;
  private boolean receiverOpen;
  private boolean starting;
  private boolean forgotten;

  /** Other processes have ends of it: they and this one may open theirs again. */
  private boolean shared;

  private Unnamed(Channel channel, int handle, int table, int reading) {
    this.channel = channel;
    this.handle = handle;
    this.table = table;
    this.reading = reading;
  }

  /** Makes a pipe. */
  static Unnamed make(Channel channel) throws TransportException {
    Channel.Limits limits = channel.limits();
    List<Integer> made = new ArrayList<>();
    boolean whole = false;
    try {
      int table = kept(made, Memory.file(channel.name()));
      if (Roster.create(
                  table, Roster.OF_PIPE, Math.max(1, limits.senders()), limits.maxMessageBytes())
              .slots()
          == 0) {
        throw new TransportException(Reason.RESOURCES, "a table of places has room");
      }
      int[] ends = Memory.pipe();
      int reading = kept(made, ends[0]);
      int writing = kept(made, ends[1]);
      Posix.fcntl(reading, Constants.F_SETPIPE_SZ, Room.wanted(limits));
      int handle = kept(made, reopen(reading, Constants.O_PATH));
      Posix.close(writing);
      whole = true;
      return new Unnamed(channel, handle, table, reading);
    } finally {
      if (!whole) {
        made.forEach(Posix::close);
      }
    }
  }

  /** Takes over what was inherited. */
  static Unnamed inherit(Channel channel, List<Handed> ends) throws TransportException {
    int table = ends.getFirst().table();
    int reading = -1;
    for (Handed end : ends) {
      reading = end.side() == Side.RECEIVER ? end.fd() : reading;
    }
    Unnamed pipe = new Unnamed(channel, ends.getFirst().handle(), table, reading);
    pipe.shared = true;
    for (Handed end : ends) {
      if (end.side() == Side.SENDER) {
        pipe.given.add(pipe.place(end.fd(), end.place()));
      }
    }
    return pipe;
  }

  private static int kept(List<Integer> made, int fd) throws TransportException {
    made.add(Failure.check(fd, "a pipe is made", ""));
    return fd;
  }

  private static int reopen(int fd, int flags) throws TransportException {
    String path = "/proc/self/fd/" + fd;
    int opened = Posix.open(path, flags | Constants.O_CLOEXEC | Constants.O_NONBLOCK, 0);
    return Failure.check(opened, "a descriptor is opened again", path);
  }

  /** The table on a file description of its own, so that its locks are its own too. */
  synchronized Roster ownTable() throws TransportException {
    if (forgotten) {
      throw new TransportException(Reason.NO_PEER, "the pipe was closed: " + channel.name());
    }
    return read(reopen(table, Constants.O_RDWR));
  }

  private static Roster read(int table) {
    return Roster.read(table, Roster.OF_PIPE);
  }

  int table() {
    return table;
  }

  /** A place of a slot that is already marked as attached. */
  private Place place(int fd, int slot) throws TransportException {
    Roster own = ownTable();
    own.lockSlot(slot);
    return new Place(fd, own, slot, own.incarnation(slot), this::left);
  }

  /** A sender's place: one that was given, or a free one. */
  synchronized Optional<Place> sender() throws TransportException {
    Optional<Place> next = given.isEmpty() ? newPlace() : Optional.of(given.remove());
    next.ifPresent(place -> open++);
    return next;
  }

  /** A free place; empty while there is no receiver to come. */
  private Optional<Place> newPlace() throws TransportException {
    Roster own = ownTable();
    boolean receiver = reading >= 0 || own.receiverLock() == 1;
    for (int slot = 0; receiver && !own.ended() && slot < own.slots(); slot++) {
      if (!own.attached(slot) && own.lockSlot(slot)) {
        return attach(own, slot);
      }
    }
    boolean full = receiver && !own.ended() && own.allAttached();
    Posix.close(own.fd());
    if (full) {
      throw new TransportException(
          Reason.NAME_IN_USE, "each place is taken: name=" + channel.name());
    }
    return Optional.empty();
  }

  private Optional<Place> attach(Roster own, int slot) throws TransportException {
    if (own.ended()) {
      Posix.close(own.fd());
      return Optional.empty();
    }
    int fd = writing(own);
    own.attach(slot);
    return Optional.of(new Place(fd, own, slot, own.incarnation(slot), this::left));
  }

  private int writing(Roster own) throws TransportException {
    boolean opened = false;
    try {
      int fd = reopen(handle, Constants.O_WRONLY);
      opened = true;
      return fd;
    } finally {
      if (!opened) {
        Posix.close(own.fd());
      }
    }
  }

  /** The reading end, with the receiver's lock; empty while senders of another time are left. */
  synchronized Optional<Integer> receiver(Roster own) throws TransportException {
    if (receiverOpen || !own.lockReceiver()) {
      throw new TransportException(
          Reason.NAME_IN_USE, "the receiver is there: name=" + channel.name());
    }
    Optional<Integer> fd = reading >= 0 ? Optional.of(reading) : again(own);
    if (fd.isPresent()) {
      reading = -1;
      receiverOpen = true;
      open++;
    }
    return fd;
  }

  /** Opens the reading end again, of a pipe that is empty because nobody had it open. */
  private Optional<Integer> again(Roster own) throws TransportException {
    if (!own.lockSenders()) {
      return Optional.empty();
    }
    try {
      int fd = reopen(handle, Constants.O_RDONLY);
      Posix.fcntl(fd, Constants.F_SETPIPE_SZ, Room.wanted(channel.limits()));
      own.reset();
      return Optional.of(fd);
    } finally {
      own.unlockSenders();
    }
  }

  /** An end that is handed to a child; the caller closes the descriptor once the child runs. */
  synchronized Handed hand(Side side, int place) throws TransportException {
    if (side == Side.SENDER && place >= read(table).slots()) {
      throw new TransportException(
          Reason.NAME_IN_USE, "a sender's place is in the table: place=" + place);
    }
    starting = true;
    if (writing < 0) {
      writing = reopen(handle, Constants.O_WRONLY);
    }
    int fd =
        side == Side.RECEIVER
            ? reopen(handle, Constants.O_RDONLY)
            : reopen(handle, Constants.O_WRONLY);
    if (side == Side.SENDER) {
      read(table).attach(place);
    }
    long inode = Inode.of(table).map(Inode::number).orElse(0L);
    return new Handed(Handed.key(channel), side, place, fd, table, inode, handle);
  }

  /** A child that has ends of it runs. */
  synchronized void started() {
    shared = true;
  }

  /** A child could not be started: the end that it was to have goes back. */
  synchronized void takeBack(Handed end) {
    if (end.side() == Side.SENDER) {
      read(table).markFree(end.place());
    }
  }

  /** All children run: keeps what this process will open itself, and nothing else. */
  synchronized void handedDown(List<Integer> senders, boolean receiver) throws TransportException {
    for (int slot : senders) {
      read(table).attach(slot);
      given.add(place(reopen(handle, Constants.O_WRONLY), slot));
    }
    if (writing >= 0) {
      Posix.close(writing);
      writing = -1;
    }
    if (!receiver && reading >= 0) {
      Posix.close(reading);
      reading = -1;
    }
    starting = false;
  }

  private synchronized void left() {
    open--;
  }

  synchronized void receiverLeft() {
    receiverOpen = false;
    open--;
  }

  /** Whether this process has nothing more to do with the pipe. */
  synchronized boolean over() {
    return !shared && open == 0 && reading < 0;
  }

  /** Whether this process has no end of a pipe that others may still use. */
  synchronized boolean idle() {
    return shared && open == 0 && !starting;
  }

  /** Whether children are being started. */
  synchronized boolean starting() {
    return starting;
  }

  Channel channel() {
    return channel;
  }

  /** Lets go of the pipe. */
  synchronized void forget() {
    forgotten = true;
    given.forEach(place -> Posix.close(place.fd()));
    given.forEach(place -> Posix.close(place.roster().fd()));
    Posix.close(table);
    Posix.close(handle);
    if (reading >= 0) {
      Posix.close(reading);
    }
  }
}
