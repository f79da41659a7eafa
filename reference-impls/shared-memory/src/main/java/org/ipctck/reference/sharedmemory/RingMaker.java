package org.ipctck.reference.sharedmemory;

import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Failure;
import org.ipctck.reference.posix.Names;
import org.ipctck.reference.posix.Posix;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/** Makes rings that have no name yet. */
final class RingMaker {
  private final Channel channel;
  private final String directory;
  private final int mode;
  private final Reserving reserving;

  RingMaker(Channel channel, String directory, Reserving reserving) {
    this.channel = channel;
    this.directory = directory;
    this.reserving = reserving;
    this.mode = Names.mode(channel);
  }

  /** Gives a file its size and all the space it needs; negative is an error number. */
  @FunctionalInterface
  interface Reserving {
    /** Does it. */
    int reserve(int fd, long bytes);
  }

  /** A ring for a channel, with its space reserved and its receiver's place locked. */
  Ring make(int fewestCells) throws TransportException {
    Layout layout = layout(fewestCells);
    int flags = Constants.O_TMPFILE | Constants.O_RDWR | Constants.O_CLOEXEC;
    int fd = Failure.check(Posix.open(directory, flags, 0600), "a ring is made", directory);
    boolean made = false;
    try {
      Failure.check(
          reserving.reserve(fd, layout.size()),
          "a ring needs its space reserved, free some or ask for less: bytes=" + layout.size(),
          directory);
      // The mask of the process would take rights from an open channel.
      Failure.check(Posix.chmod(fd, mode), "a ring gets its mode", directory);
      if (!layout.write(fd) || !new Locks(fd).take(0, 1)) {
        throw new TransportException(
            Reason.RESOURCES, "a ring could not be written: directory=" + directory);
      }
      Ring ring = Ring.of(fd, layout);
      ring.segment().head(Cursor.first(layout));
      ring.become(Ring.ATTACHED);
      made = true;
      return ring;
    } finally {
      if (!made) {
        Posix.close(fd);
      }
    }
  }

  private Layout layout(int fewestCells) throws TransportException {
    Channel.Limits limits = channel.limits();
    if (limits.capacity() < 1) {
      throw new TransportException(
          Reason.UNSUPPORTED,
          "a ring holds at least one message: capacity=" + limits.capacity() + ", ask for 1");
    }
    if (limits.maxMessageBytes() < 0 || limits.maxMessageBytes() > Layout.LARGEST_MESSAGE) {
      throw new TransportException(
          Reason.TOO_LARGE,
          "a message has at most 1048576 bytes: asked=" + limits.maxMessageBytes());
    }
    if (limits.receivers() > 1) {
      throw new TransportException(
          Reason.UNSUPPORTED, "a ring has one receiver: asked=" + limits.receivers());
    }
    return Layout.of(limits, fewestCells, System.nanoTime())
        .orElseThrow(
            () ->
                new TransportException(
                    Reason.RESOURCES,
                    "a ring has at most 8 GiB and 255 senders, ask for less: " + limits));
  }
}
