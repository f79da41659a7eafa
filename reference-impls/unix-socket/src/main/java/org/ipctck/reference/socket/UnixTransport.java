package org.ipctck.reference.socket;

import java.time.Duration;
import java.util.List;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Rendezvous;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Exposing;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Transport;
import org.ipctck.spi.TransportException;

/** What transports over Unix domain sockets have in common; unix(7). */
public abstract class UnixTransport implements Transport, Exposing {
  private static final long MOST_BYTES = 1 << 30;

  private final Kind kind;

  UnixTransport(Kind kind) {
    this.kind = kind;
  }

  /** What all types of sockets promise. */
  static Profile common(String name) {
    return Profile.of(name, "0.1.0")
        .with(Promise.MECHANISM, "unix-socket")
        .with(Promise.REACH, "host")
        .with(Promise.SENDERS, "many")
        .with(Promise.RECEIVERS, "1")
        .with(Promise.DELIVERY, "at-most-once")
        .with(Promise.CAPACITY, "bounded")
        .with(Promise.OVERFLOW, "block")
        .with(Promise.ACCEPTANCE, "survives-sender")
        .with(Promise.END, "reported")
        .with(Promise.DEATH, "kernel")
        .with(Promise.EMPTINESS, "exact")
        .with(Promise.NOTIFICATION, "exact")
        .with(Promise.OPENS, "receiver-first")
        .with(Promise.OWNER, "receiver")
        .with(Promise.NAMES, "removed")
        .with(Promise.DESCRIPTORS, "yes")
        .with(Promise.SLOW_RECEIVER, "isolated");
  }

  @Override
  public Receiver openReceiver(Channel channel, Duration timeout)
      throws TransportException, InterruptedException {
    requireSane(channel.limits());
    SocketNames names = names(channel);
    Door door = new Door();
    boolean open = false;
    try {
      Roster roster = names.claim();
      try {
        channel.reached("bind");
        Receiver receiver = receiver(channel, names, roster, door);
        open = true;
        return receiver;
      } finally {
        if (!open) {
          names.remove(roster);
          Posix.close(roster.fd());
        }
      }
    } finally {
      if (!open) {
        door.close(() -> {});
      }
    }
  }

  private Receiver receiver(Channel channel, SocketNames names, Roster roster, Door door)
      throws TransportException {
    int fd = names.make(roster);
    boolean open = false;
    try {
      Receiver receiver = receiver(channel, fd, roster, () -> names.remove(roster), door);
      open = true;
      return receiver;
    } finally {
      if (!open) {
        Posix.close(fd);
      }
    }
  }

  @Override
  public Sender openSender(Channel channel, Duration timeout)
      throws TransportException, InterruptedException {
    requireSane(channel.limits());
    SocketNames names = names(channel);
    Deadline deadline = Deadline.in(timeout);
    return attached(channel, Rendezvous.await(names::attach, deadline, () -> names.why(deadline)));
  }

  private Sender attached(Channel channel, Place place) throws TransportException {
    boolean open = false;
    try {
      Sender sender = sender(channel, place, new Door());
      open = true;
      return sender;
    } finally {
      if (!open) {
        place.leave();
      }
    }
  }

  private static void requireSane(Channel.Limits limits) throws TransportException {
    long bytes = (long) limits.capacity() * Math.max(1, limits.maxMessageBytes());
    boolean sane =
        limits.capacity() >= 0
            && limits.maxMessageBytes() >= 0
            && limits.senders() <= Roster.MOST_SLOTS
            && bytes <= MOST_BYTES;
    if (!sane) {
      throw new TransportException(
          Reason.RESOURCES,
          "a channel holds at most %d bytes of %d senders: %s; ask for less"
              .formatted(MOST_BYTES, Roster.MOST_SLOTS, limits));
    }
  }

  @Override
  public Exposure exposure(Channel channel) {
    String path = channel.directory().toAbsolutePath() + "/" + channel.name() + ".sock";
    return new Exposure(List.of(path), !kind.connected());
  }

  /** The names of a channel. */
  protected SocketNames names(Channel channel) throws TransportException {
    return new SocketNames(channel, kind);
  }

  /** Makes a sending end. */
  protected abstract Sender sender(Channel channel, Place place, Door door);

  /** Makes a receiving end. */
  protected abstract Receiver receiver(
      Channel channel, int fd, Roster roster, Runnable afterwards, Door door)
      throws TransportException;
}
