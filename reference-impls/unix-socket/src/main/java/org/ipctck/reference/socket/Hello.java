package org.ipctck.reference.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first bytes of a connection, which say at whose place its sender is.
 *
 * <pre>
 *   0 +-----------------------------+
 *     | magic 'I' 'P' 'H' version 1 |
 *   4 | slot         | 0            |
 *   8 | incarnation                 |
 *  12 | 0                           |
 *  16 +-----------------------------+
 * </pre>
 *
 * All numbers are little-endian.
 */
record Hello(int slot, int incarnation) {
  static final int BYTES = 16;
  private static final int MAGIC = 0x01485049;

  /** Writes it from position 0 of a little-endian buffer, and flips that. */
  void encode(ByteBuffer into) {
    into.clear();
    into.putInt(MAGIC).putShort((short) slot).putShort((short) 0).putInt(incarnation).putInt(0);
    into.flip();
  }

  /** Whether 16 bytes at the position of a little-endian buffer begin as they have to. */
  static boolean isHere(ByteBuffer from) {
    return from.order() == ByteOrder.LITTLE_ENDIAN
        && from.remaining() >= BYTES
        && from.getInt(from.position()) == MAGIC;
  }

  /** Reads it at the position of a little-endian buffer. */
  static Hello decode(ByteBuffer from) {
    int at = from.position();
    return new Hello(Short.toUnsignedInt(from.getShort(at + 4)), from.getInt(at + 8));
  }
}
