package org.ipctck.reference.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;

/**
 * The receiving end of a datagram socket: one queue for all senders. Nothing becomes readable when
 * a sender goes, so it looks after the locks of their places now and then.
 */
public class DatagramReceiver extends SocketReceiver {
  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  private final int fd;
  private final Parcel parcel = new Parcel();
  private final MemorySegment memory;
  private final Queue<Integer> descriptors = new ArrayDeque<>();
  private final int[] incarnations;
  private final long[] numbers;

  /** An end that reads from {@code fd} and holds the receiver's lock of {@code roster}. */
  protected DatagramReceiver(
      Channel channel, int fd, Roster roster, Runnable afterwards, Door door) {
    super(channel, roster, afterwards, door, LOOK_AGAIN_NANOS);
    this.fd = fd;
    this.memory = Arena.ofAuto().allocate(Record.HEADER + roster.largest() + 1L, 8);
    this.incarnations = new int[roster.slots()];
    this.numbers = new long[roster.slots()];
  }

  @Override
  protected Optional<Received> take() {
    long received = receive(memory);
    if (received < 0) {
      return Optional.empty();
    }
    if (received >= memory.byteSize()) {
      return malformed("a datagram is at most the agreed size: bytes=" + received);
    }
    ByteBuffer came = memory.asSlice(0, received).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    Optional<Record> record = Record.decode(came);
    return record.isPresent()
        ? accept(record.get())
        : malformed("a datagram is a record: bytes=" + received);
  }

  /** One recvmsg(2): the length of the datagram, or a negated error number. */
  protected long receive(MemorySegment into) {
    return parcel.receive(fd, into, Kind.DATAGRAM, descriptors);
  }

  private Optional<Received> accept(Record record) {
    int slot = record.slot();
    if (slot >= numbers.length || !isNext(record)) {
      return malformed("a datagram continues those of its slot: slot=" + slot);
    }
    incarnations[slot] = record.incarnation();
    numbers[slot] = record.number();
    byte[] body = new byte[record.message().remaining()];
    record.message().get(body);
    Optional<List<Integer>> taken = Parcel.take(descriptors, record.open());
    Parcel.discard(descriptors);
    if (taken.isEmpty()) {
      return Optional.of(
          new Received.Broken(
              Reason.RESOURCES, "a message came without its descriptors: too few are free here"));
    }
    return Optional.of(new Received.Message(ByteBuffer.wrap(body), taken.get(), () -> {}));
  }

  private boolean isNext(Record record) {
    int known = incarnations[record.slot()];
    return record.incarnation() == known
        ? record.number() > numbers[record.slot()]
        : record.incarnation() > known && record.incarnation() <= newest(record.slot());
  }

  private int newest(int slot) {
    return roster().incarnation(slot);
  }

  private Optional<Received> malformed(String detail) {
    Parcel.discard(descriptors);
    return Optional.of(new Received.Broken(Reason.MALFORMED, detail));
  }

  @Override
  protected boolean isQuiet() {
    return true;
  }

  @Override
  protected boolean tellsOfComing() {
    return false;
  }

  @Override
  protected int readable() {
    return fd;
  }

  @Override
  protected void closeSockets() {
    Posix.close(fd);
  }
}
