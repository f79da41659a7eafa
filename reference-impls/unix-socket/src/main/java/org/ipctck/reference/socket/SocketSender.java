package org.ipctck.reference.socket;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Descriptors;
import org.ipctck.spi.Identifying;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.ipctck.spi.TransportException;

/** A sending end: what all types of sockets have in common. */
public abstract class SocketSender implements Sender, Descriptors {
  /**
   * How soon a sender that waits looks for room by itself, and how seldom where it waits long: the
   * kernel tells it only when three quarters of its send buffer are free, which is later than it
   * has room.
   */
  private static final long LOOK_SOON_NANOS = 1_000_000;

  private static final long LOOK_AGAIN_NANOS = 5_000_000;

  private final Channel channel;
  private final Place place;
  private final Capacity capacity;
  private final Door door;
  private final int largest;
  private final Parcel parcel = new Parcel();
  private boolean gone;
  private long pause = LOOK_SOON_NANOS;

  /** An end at a place of a channel. */
  protected SocketSender(Channel channel, Place place, Capacity capacity, Door door) {
    this.channel = channel;
    this.place = place;
    this.capacity = capacity;
    this.door = door;
    this.largest = largest(channel, place.roster());
  }

  /** The largest message that both ends agree on. */
  static int largest(Channel channel, Roster roster) {
    return Math.min(channel.limits().maxMessageBytes(), roster.largest());
  }

  @Override
  public Sent send(ByteBuffer message, Duration timeout) throws InterruptedException {
    return send(message, List.of(), timeout);
  }

  @Override
  public Sent send(ByteBuffer message, List<Integer> descriptors, Duration timeout)
      throws InterruptedException {
    if (!door.enter()) {
      return Sent.refused(Reason.CLOSED, "this end was closed");
    }
    try {
      if (message.remaining() > largest) {
        return tooLarge(message.remaining());
      }
      if (descriptors.size() > Parcel.MOST_DESCRIPTORS) {
        return Sent.refused(
            Reason.TOO_LARGE, "at most 253 descriptors go with a message: " + descriptors.size());
      }
      pause = LOOK_SOON_NANOS;
      return gone ? peerGone() : transfer(message.slice(), descriptors, Deadline.in(timeout));
    } finally {
      door.leave();
    }
  }

  /** Refuses a message before any byte of it is visible. */
  protected Sent tooLarge(int bytes) {
    return Sent.refused(
        Reason.TOO_LARGE,
        "a message is at most the agreed size: bytes=" + bytes + ", largest=" + largest);
  }

  /** Who the receiver is, by the kernel, as long as this end is open. */
  protected Identifying.Identity receiverIdentity() throws TransportException {
    if (!door.enter()) {
      throw new TransportException(Reason.CLOSED, "this end was closed");
    }
    try {
      return Sockets.peer(place.fd());
    } finally {
      door.leave();
    }
  }

  /** Sends a message that is not too large. */
  protected abstract Sent transfer(ByteBuffer message, List<Integer> descriptors, Deadline deadline)
      throws InterruptedException;

  /** The sender's parcel, used by one send after another. */
  Parcel parcel() {
    return parcel;
  }

  final Place place() {
    return place;
  }

  final Channel channel() {
    return channel;
  }

  final int largest() {
    return largest;
  }

  /** What a negative result of a send means; empty when it is worth another try later. */
  protected Optional<Sent> refusal(long result) {
    return switch ((int) -result) {
      case Constants.EAGAIN -> Optional.empty();
      case Constants.EPIPE, Constants.ECONNRESET, Constants.ECONNREFUSED, Constants.ENOTCONN -> {
        gone = true;
        yield Optional.of(peerGone());
      }
      case Constants.EMSGSIZE ->
          Optional.of(Sent.refused(Reason.TOO_LARGE, "a record fits into the send buffer"));
      case Constants.EBADF ->
          Optional.of(Sent.refused(Reason.UNSUPPORTED, "a descriptor that is sent is open"));
      default ->
          Optional.of(Sent.refused(Reason.RESOURCES, "the message was not sent: errno=" + -result));
    };
  }

  /** Waits until a send is worth another try; why not, when there is no time or the end closed. */
  protected Optional<Sent> awaitRoom(Deadline deadline, boolean writable)
      throws InterruptedException {
    long left = deadline.left();
    if (left <= 0) {
      return Optional.of(deadline.noRoom());
    }
    int events = writable ? Constants.POLLOUT : 0;
    Door.Woken woken = door.await(place.fd(), events, Math.min(left, pause));
    pause = Math.min(2 * pause, LOOK_AGAIN_NANOS);
    return woken == Door.Woken.CLOSED
        ? Optional.of(Sent.refused(Reason.CLOSED, "this end was closed while it waited"))
        : Optional.empty();
  }

  private static Sent peerGone() {
    return Sent.refused(Reason.PEER_GONE, "no receiver has the socket open");
  }

  @Override
  public Capacity capacity() {
    return capacity;
  }

  @Override
  public void close() {
    door.close(this::leave);
  }

  /** Marks the place as closed in good order and leaves it. */
  protected void leave() {
    place.leave();
  }
}
