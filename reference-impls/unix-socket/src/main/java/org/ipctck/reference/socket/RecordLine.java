package org.ipctck.reference.socket;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Predicate;

/** A connection that keeps boundaries: each receive is a record, whole. */
final class RecordLine extends Line {
  private final MemorySegment memory;
  private long last = -1;

  /** A connection that receives into memory with room for the largest record and a byte more. */
  RecordLine(int fd, Parcel parcel, MemorySegment memory, Predicate<Hello> admission) {
    super(fd, parcel, admission);
    this.memory = memory;
  }

  @Override
  Next next() {
    while (true) {
      long received = receive(memory, Kind.SEQPACKET);
      if (received <= 0) {
        return mayComeLater(received) ? new Nothing() : new Over();
      }
      if (received >= memory.byteSize()) {
        return new Over();
      }
      ByteBuffer came = memory.asSlice(0, received).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      if (hello().isPresent()) {
        return record(came, hello().get());
      }
      if (!Hello.isHere(came) || !admit(Hello.decode(came))) {
        return new Over();
      }
    }
  }

  private Next record(ByteBuffer came, Hello hello) {
    Optional<Record> record =
        Record.decode(came)
            .filter(one -> one.slot() == hello.slot())
            .filter(one -> one.incarnation() == hello.incarnation())
            .filter(one -> one.number() > last);
    if (record.isEmpty()) {
      return new Over();
    }
    last = record.get().number();
    byte[] body = new byte[record.get().message().remaining()];
    record.get().message().get(body);
    return new Came(message(ByteBuffer.wrap(body), record.get().open()));
  }
}
