package org.ipctck.reference.socket;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A piece of a message in a stream, which may be cut anywhere.
 *
 * <pre>
 *   0 +-----------------------------+
 *     | magic 'I' 'P' 'C' version 1 |
 *   4 | payload (2)  | open (2)     |  bytes in this chunk; descriptors that the message brings
 *   8 | total        | offset       |  bytes of the whole message; where the payload belongs
 *  16 | number of the message       |  8 bytes; grows with each message of a connection
 *  24 +-----------------------------+
 *     | payload, 0 .. 16359         |
 *     +-----------------------------+
 *     | seal (1)                    |  'C': it counts; 'V': its sender gave the message up
 *     +-----------------------------+
 * </pre>
 *
 * All numbers are little-endian. The seal comes last, so that a chunk which was begun and has to be
 * completed can still be made void: the seal of the last chunk is the commit of its message.
 */
public record Chunk(long number, int total, int offset, int open, ByteBuffer payload, byte seal) {
  static final int HEADER = 24;
  static final int LARGEST = 16 * 1024;
  static final int LARGEST_PAYLOAD = LARGEST - HEADER - 1;

  /** The first chunk is short, so that a message soon shows that it has begun. */
  static final int FIRST_PAYLOAD = 4096;

  static final byte COUNTS = 'C';
  static final byte VOID = 'V';
  private static final int MAGIC = 0x01435049;

  /** How many bytes of the stream a chunk takes whose payload has so many. */
  static int onTheWire(int payload) {
    return HEADER + payload + 1;
  }

  /** Writes the chunk from position 0 of a little-endian buffer, and flips that. */
  void encode(ByteBuffer into) {
    into.clear();
    into.putInt(MAGIC).putShort((short) payload.remaining()).putShort((short) open);
    into.putInt(total).putInt(offset).putLong(number).put(payload.duplicate()).put(seal).flip();
  }

  /** Whether what stands at the position of a buffer can be, or become, a chunk. */
  static boolean mayBeHere(ByteBuffer from) {
    int at = from.position();
    for (int i = 0; i < Math.min(4, from.remaining()); i++) {
      if (from.get(at + i) != (byte) (MAGIC >>> 8 * i)) {
        return false;
      }
    }
    return from.remaining() < 6 || Short.toUnsignedInt(from.getShort(at + 4)) <= LARGEST_PAYLOAD;
  }

  /** Takes the chunk at the position of a little-endian buffer; empty when it is not whole yet. */
  static Optional<Chunk> next(ByteBuffer from) {
    int at = from.position();
    if (from.remaining() < HEADER + 1) {
      return Optional.empty();
    }
    int payload = Short.toUnsignedInt(from.getShort(at + 4));
    if (from.remaining() < onTheWire(payload)) {
      return Optional.empty();
    }
    from.position(at + onTheWire(payload));
    return Optional.of(
        new Chunk(
            from.getLong(at + 16),
            from.getInt(at + 8),
            from.getInt(at + 12),
            Short.toUnsignedInt(from.getShort(at + 6)),
            from.slice(at + HEADER, payload),
            from.get(at + HEADER + payload)));
  }
}
