package org.ipctck.reference.pipe;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Posix;

/**
 * The packets that come out of a pipe, found again behind whatever else somebody wrote into it.
 *
 * <p>A packet is in the pipe whole or not at all, so what is cut off when the pipe is empty will
 * never be completed: it is no packet.
 */
final class Inflow {
  /** How many bytes wait here, outside of the pipe, at most. */
  static final int READ_AHEAD = 16 * 1024;

  private final int fd;
  private final MemorySegment memory = Arena.ofAuto().allocate(READ_AHEAD, 8);
  private final ByteBuffer buffer =
      memory.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).position(0).limit(0);

  Inflow(int fd) {
    this.fd = fd;
  }

  /** What comes next. */
  sealed interface Next {}

  /** A packet, valid until the next call. */
  record Came(Packet packet) implements Next {}

  /** Bytes that are no packet. */
  record Garbage(int bytes) implements Next {}

  /** Nothing now. */
  record Empty() implements Next {}

  /** No writer has the pipe open. */
  record NoWriter() implements Next {}

  /** The next thing in the pipe; never waits. */
  Next next() {
    int skipped = 0;
    while (true) {
      Packet.Decoded decoded = Packet.decode(buffer);
      if (decoded instanceof Packet.Whole whole) {
        return skipped > 0 ? new Garbage(skipped) : came(whole);
      }
      long read = decoded instanceof Packet.Part ? fill() : 0;
      if (read > 0) {
        continue;
      }
      if (!buffer.hasRemaining()) {
        return nothing(skipped, read);
      }
      buffer.get();
      skipped++;
    }
  }

  private Came came(Packet.Whole whole) {
    buffer.position(buffer.position() + whole.bytes());
    return new Came(whole.packet());
  }

  /** Reads again: whether there are bytes, or a writer that may write some. */
  boolean stillOpen() {
    return fill() != 0;
  }

  private static Next nothing(int skipped, long read) {
    if (skipped > 0) {
      return new Garbage(skipped);
    }
    return read == 0 ? new NoWriter() : new Empty();
  }

  /** Reads what there is room for: the number of bytes, 0 without writer, negative when empty. */
  private long fill() {
    buffer.compact();
    int at = buffer.position();
    long read;
    do {
      read = Posix.read(fd, memory.asSlice(at), memory.byteSize() - at);
    } while (read == -Constants.EINTR);
    buffer.position(at + (int) Math.max(0, read)).flip();
    return read;
  }
}
