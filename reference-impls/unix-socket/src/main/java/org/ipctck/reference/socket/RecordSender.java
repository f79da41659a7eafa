package org.ipctck.reference.socket;

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
import org.ipctck.spi.Sent;

/** The sending end of a socket that keeps boundaries: the kernel takes a message or does not. */
public class RecordSender extends SocketSender {
  private final MemorySegment memory;
  private final ByteBuffer buffer;
  private long number;

  /** An end at a place of a channel. */
  protected RecordSender(Channel channel, Place place, Capacity capacity, Door door) {
    super(channel, place, capacity, door);
    this.memory =
        Arena.ofAuto().allocate(Record.HEADER + (long) largest(channel, place.roster()), 8);
    this.buffer = memory.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  protected Sent transfer(ByteBuffer message, List<Integer> descriptors, Deadline deadline)
      throws InterruptedException {
    Place place = place();
    int open = descriptors.size();
    encode(new Record(place.slot(), place.incarnation(), number++, open, message));
    MemorySegment record = memory.asSlice(0, buffer.limit());
    channel().reached("commit");
    while (true) {
      long sent = write(record, descriptors);
      if (sent == record.byteSize()) {
        channel().reached("sent");
        return Sent.accepted();
      }
      Optional<Sent> refused = refusal(sent);
      if (refused.isEmpty()) {
        refused = awaitRoom(deadline, true);
      }
      if (refused.isPresent()) {
        return refused.get();
      }
    }
  }

  /** Writes the record into the buffer that is sent next. */
  protected void encode(Record next) {
    next.encode(buffer);
  }

  /** One sendmsg(2) of a record: its bytes, or a negated error number. */
  protected long write(MemorySegment record, List<Integer> descriptors) {
    return parcel().send(place().fd(), record, descriptors);
  }
}
