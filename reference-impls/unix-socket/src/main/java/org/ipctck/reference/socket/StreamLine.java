package org.ipctck.reference.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A stream whose chunks are put together to messages again, however it was cut. */
public class StreamLine extends Line {
  private final int largest;
  private final MemorySegment memory = Arena.ofAuto().allocate(2L * Chunk.LARGEST, 8);
  private final ByteBuffer buffer =
      memory.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).position(0).limit(0);
  private byte @Nullable [] bytes;
  private long number = -1;
  private int filled;

  /** A connection for messages of at most so many bytes. */
  StreamLine(int fd, Parcel parcel, int largest, Predicate<Hello> admission) {
    super(fd, parcel, admission);
    this.largest = largest;
  }

  @Override
  Next next() {
    while (true) {
      Optional<Next> next = hello().isPresent() ? chunk() : greeting();
      if (next.isPresent()) {
        return next.get();
      }
      long read = fill();
      if (read <= 0) {
        return mayComeLater(read) ? new Nothing() : new Over();
      }
    }
  }

  private Optional<Next> greeting() {
    if (buffer.remaining() < Hello.BYTES) {
      return Optional.empty();
    }
    if (!Hello.isHere(buffer) || !admit(Hello.decode(buffer))) {
      return Optional.of(new Over());
    }
    buffer.position(buffer.position() + Hello.BYTES);
    return chunk();
  }

  /** What the buffer holds; empty when that is not enough to say. */
  private Optional<Next> chunk() {
    while (Chunk.mayBeHere(buffer)) {
      Optional<Chunk> chunk = Chunk.next(buffer);
      if (chunk.isEmpty()) {
        return Optional.empty();
      }
      Optional<Next> next = take(chunk.get());
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.of(new Over());
  }

  /** Takes a chunk; a message when it completes one. */
  private Optional<Next> take(Chunk chunk) {
    if (chunk.seal() == Chunk.VOID) {
      bytes = null;
      forget(chunk.open());
      return Optional.empty();
    }
    if (chunk.offset() == 0 && chunk.total() >= 0 && chunk.total() <= largest) {
      begin(chunk);
    }
    byte[] message = bytes;
    if (message == null || !continues(chunk, message)) {
      return Optional.of(new Over());
    }
    int length = chunk.payload().remaining();
    chunk.payload().get(message, filled, length);
    filled += length;
    if (filled < message.length) {
      return Optional.empty();
    }
    bytes = null;
    return Optional.of(new Came(message(ByteBuffer.wrap(message), chunk.open())));
  }

  /** What was begun before is given up: its sender was cut off and says so by beginning anew. */
  private void begin(Chunk chunk) {
    bytes = chunk.number() > number ? new byte[chunk.total()] : null;
    number = chunk.number();
    filled = 0;
  }

  private boolean continues(Chunk chunk, byte[] message) {
    return chunk.seal() == Chunk.COUNTS
        && chunk.number() == number
        && chunk.total() == message.length
        && chunk.offset() == filled
        && chunk.payload().remaining() <= message.length - filled;
  }

  private long fill() {
    buffer.compact();
    int at = buffer.position();
    long read = receive(memory.asSlice(at), Kind.STREAM);
    buffer.position(at + (int) Math.max(0, read)).flip();
    return read;
  }
}
