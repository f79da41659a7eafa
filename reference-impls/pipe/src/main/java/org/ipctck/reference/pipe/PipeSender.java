package org.ipctck.reference.pipe;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Posix;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;

/**
 * A sending end of a pipe.
 *
 * <p>A message is accepted with its last packet, and until then it can be taken back: the receiver
 * forgets what was begun when the next message of this end begins, or when this end is gone.
 */
public class PipeSender implements Sender {
  private final Channel channel;
  private final Place place;
  private final Capacity capacity;
  private final int largest;
  private final Door door;
  private final MemorySegment memory = Arena.ofAuto().allocate(Packet.PIPE_BUF, 8);
  private final ByteBuffer packet = memory.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  private long number;
  private volatile boolean gone;

  /** An end at a place of a channel. */
  protected PipeSender(Channel channel, Place place, Door door) {
    this.channel = channel;
    this.place = place;
    this.door = door;
    this.largest = Math.min(channel.limits().maxMessageBytes(), place.roster().largest());
    int bytes = Posix.fcntl(place.fd(), Constants.F_GETPIPE_SZ, 0);
    this.capacity = Room.granted(bytes, channel.limits());
  }

  @Override
  public Sent send(ByteBuffer message, Duration timeout) throws InterruptedException {
    if (!door.enter()) {
      return Sent.refused(Reason.CLOSED, "this end was closed");
    }
    try {
      if (message.remaining() > largest) {
        return tooLarge(message.remaining());
      }
      return packets(message.slice(), Deadline.in(timeout));
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

  /** Cuts a message into packets and writes them. */
  protected Sent packets(ByteBuffer message, Deadline deadline) throws InterruptedException {
    long current = number++;
    int total = message.remaining();
    int offset = 0;
    do {
      int length = Math.min(Packet.LARGEST_PAYLOAD, total - offset);
      boolean last = offset + length == total;
      if (last) {
        channel.reached("commit");
      } else if (offset > 0) {
        channel.reached("packet");
      }
      encode(
          new Packet(
              place.slot(),
              place.incarnation(),
              current,
              total,
              offset,
              message.slice(offset, length)));
      Sent sent = put(deadline);
      if (sent.fate() != Sent.Fate.ACCEPTED) {
        return sent;
      }
      offset += length;
    } while (offset < total);
    return Sent.accepted();
  }

  /** Writes a packet into the buffer that is written next. */
  protected void encode(Packet next) {
    next.encode(packet);
  }

  /** Writes the packet in the buffer whole, or says why not. */
  private Sent put(Deadline deadline) throws InterruptedException {
    while (true) {
      if (gone) {
        return peerGone();
      }
      long written = write(memory, packet.limit());
      if (written == packet.limit()) {
        return Sent.accepted();
      }
      if (written == -Constants.EPIPE) {
        gone = true;
      } else if (written == -Constants.EAGAIN) {
        long left = deadline.left();
        if (left <= 0) {
          return deadline.noRoom();
        }
        if (door.await(place.fd(), Constants.POLLOUT, left) == Door.Woken.CLOSED) {
          return Sent.refused(Reason.CLOSED, "this end was closed while it waited");
        }
      } else if (written != -Constants.EINTR) {
        return Sent.refused(Reason.RESOURCES, "the packet was not written: result=" + written);
      }
    }
  }

  /** One write(2) of a packet: its bytes, or a negated error number. */
  protected long write(MemorySegment bytes, int length) {
    return Posix.write(place.fd(), bytes, length);
  }

  private static Sent peerGone() {
    return Sent.refused(Reason.PEER_GONE, "no receiver has the pipe open");
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
