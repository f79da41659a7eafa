package org.ipctck.reference.socket;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Place;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Identifying;
import org.ipctck.spi.Sent;
import org.ipctck.spi.TransportException;

/**
 * The sending end of a stream.
 *
 * <p>A message is accepted with the seal of its last chunk, and until then it can be taken back:
 * the rest of a chunk that was begun is owed, void, before the next message. A message that the
 * send buffer can hold is begun only when there is room for all of it, so that nothing given up
 * takes room from others.
 */
public class StreamSender extends SocketSender implements Identifying {
  private final MemorySegment memory = Arena.ofAuto().allocate(Chunk.LARGEST, 8);
  private final ByteBuffer buffer = memory.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  private final int sendBuffer;
  private final int longest;
  private final int first;
  private MemorySegment owed = MemorySegment.NULL;
  private long number;

  /** An end at a place of a channel. */
  protected StreamSender(Channel channel, Place place, Capacity capacity, Door door) {
    super(channel, place, capacity, door);
    this.sendBuffer = Sockets.sendBuffer(place.fd());
    // The kernel cuts a write that is longer than half of the send buffer, less 64.
    int uncut = sendBuffer / 2 - 64 - Chunk.onTheWire(0);
    this.longest = Math.clamp(uncut, 1, Chunk.LARGEST_PAYLOAD);
    this.first = Math.min(longest, Chunk.FIRST_PAYLOAD);
  }

  @Override
  protected Sent transfer(ByteBuffer message, List<Integer> descriptors, Deadline deadline)
      throws InterruptedException {
    Optional<Sent> refused = payWhatIsOwed(deadline);
    if (refused.isEmpty()) {
      refused = awaitBegin(message.remaining(), deadline);
    }
    return refused.isPresent() ? refused.get() : chunks(message, descriptors, deadline);
  }

  @Override
  public Identity peer() throws TransportException {
    return receiverIdentity();
  }

  private Optional<Sent> payWhatIsOwed(Deadline deadline) throws InterruptedException {
    while (owed.byteSize() > 0) {
      long written = write(owed, List.of());
      if (written > 0) {
        owed = owed.asSlice(written);
        continue;
      }
      Optional<Sent> refused = refusal(written);
      if (refused.isEmpty()) {
        refused = awaitRoom(deadline, true);
      }
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }

  /** Waits until all chunks will find room one after the other, if ever they do. */
  private Optional<Sent> awaitBegin(int total, Deadline deadline) throws InterruptedException {
    if (total <= first) {
      return Optional.empty();
    }
    long others = (total - first - 1) / longest;
    long needed =
        Room.taken(Chunk.onTheWire(first)) + others * Room.taken(Chunk.onTheWire(longest));
    if (needed >= sendBuffer) {
      return Optional.empty();
    }
    while (Sockets.taken(place().fd()) + needed >= sendBuffer) {
      Optional<Sent> refused = awaitRoom(deadline, false);
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }

  /** Cuts a message into chunks and writes them. */
  private Sent chunks(ByteBuffer message, List<Integer> descriptors, Deadline deadline)
      throws InterruptedException {
    long current = number++;
    int total = message.remaining();
    int offset = 0;
    while (true) {
      int length = Math.min(offset == 0 ? first : longest, total - offset);
      boolean last = offset + length == total;
      if (last) {
        channel().reached("commit");
      } else if (offset > 0) {
        channel().reached("packet");
      }
      int open = last ? descriptors.size() : 0;
      ByteBuffer payload = message.slice(offset, length);
      encode(new Chunk(current, total, offset, open, payload, Chunk.COUNTS));
      Optional<Sent> refused = put(last ? descriptors : List.of(), deadline);
      if (refused.isPresent()) {
        return refused.get();
      }
      if (last) {
        channel().reached("sent");
        return Sent.accepted();
      }
      offset += length;
    }
  }

  /** Writes the chunk into the buffer that is written next. */
  protected void encode(Chunk next) {
    next.encode(buffer);
  }

  /** Writes the chunk in the buffer whole, or says why not and owes the rest of it. */
  private Optional<Sent> put(List<Integer> descriptors, Deadline deadline)
      throws InterruptedException {
    MemorySegment rest = memory.asSlice(0, buffer.limit());
    boolean whole = false;
    try {
      while (rest.byteSize() > 0) {
        boolean begun = rest.byteSize() < buffer.limit();
        long written = write(rest, begun ? List.of() : descriptors);
        if (written > 0) {
          rest = rest.asSlice(written);
          continue;
        }
        Optional<Sent> refused = refusal(written);
        if (refused.isEmpty()) {
          refused = awaitRoom(deadline, true);
        }
        if (refused.isPresent()) {
          return refused;
        }
      }
      whole = true;
      return Optional.empty();
    } finally {
      if (!whole && rest.byteSize() < buffer.limit()) {
        memory.set(JAVA_BYTE, buffer.limit() - 1L, Chunk.VOID);
        owed = rest;
      }
    }
  }

  /** One sendmsg(2): how many bytes went, or a negated error number. */
  protected long write(MemorySegment bytes, List<Integer> descriptors) {
    return parcel().send(place().fd(), bytes, descriptors);
  }
}
