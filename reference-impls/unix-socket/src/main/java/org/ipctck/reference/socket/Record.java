package org.ipctck.reference.socket;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A message as the kernel carries it whole, in a seqpacket or datagram socket.
 *
 * <pre>
 *   0 +-----------------------------+
 *     | magic 'I' 'P' 'R' version 1 |
 *   4 | slot (2)     | open (2)     |  the sender's place; how many descriptors come with it
 *   8 | incarnation of the slot     |
 *  12 | bytes of the message        |
 *  16 | number of the message       |  8 bytes; grows with each message of an incarnation
 *  24 +-----------------------------+
 *     | the message                 |
 *     +-----------------------------+
 * </pre>
 *
 * All numbers are little-endian. Because of the header no record is empty, so that 0 bytes mean the
 * end and nothing else.
 */
public record Record(int slot, int incarnation, long number, int open, ByteBuffer message) {
  static final int HEADER = 24;
  private static final int MAGIC = 0x01525049;

  /** Writes the record from position 0 of a little-endian buffer, and flips that. */
  void encode(ByteBuffer into) {
    into.clear();
    into.putInt(MAGIC).putShort((short) slot).putShort((short) open).putInt(incarnation);
    into.putInt(message.remaining()).putLong(number).put(message.duplicate()).flip();
  }

  /** Reads what one receive brought; empty when that is no record. */
  static Optional<Record> decode(ByteBuffer from) {
    int at = from.position();
    boolean record =
        from.remaining() >= HEADER
            && from.getInt(at) == MAGIC
            && from.getInt(at + 12) == from.remaining() - HEADER;
    if (!record) {
      return Optional.empty();
    }
    return Optional.of(
        new Record(
            Short.toUnsignedInt(from.getShort(at + 4)),
            from.getInt(at + 8),
            from.getLong(at + 16),
            Short.toUnsignedInt(from.getShort(at + 6)),
            from.slice(at + HEADER, from.remaining() - HEADER)));
  }
}
