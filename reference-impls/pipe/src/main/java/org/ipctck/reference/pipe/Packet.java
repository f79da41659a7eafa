package org.ipctck.reference.pipe;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A piece of a message that one write(2) puts into a pipe whole or not at all.
 *
 * <pre>
 *   0 +-----------------------------+
 *     | magic 'I' 'P' 'K' version 1 |
 *   4 | CRC-32C of what follows     |
 *   8 | slot (2)     | payload (2)  |  the sender's place; bytes of payload in this packet
 *  12 | incarnation of the slot     |
 *  16 | number of the message       |  8 bytes; grows with each message of an incarnation
 *  24 | total        | offset       |  bytes of the whole message; where the payload belongs
 *  32 +-----------------------------+
 *     | payload, 0 .. 4064          |
 *     +-----------------------------+
 * </pre>
 *
 * All numbers are little-endian. The packet that completes a message is its commit; a packet with
 * offset 0 gives up what its sender had begun before.
 */
public record Packet(
    int slot, int incarnation, long number, int total, int offset, ByteBuffer payload) {
  /** The largest write that is whole or not at all; pipe(7). */
  static final int PIPE_BUF = 4096;

  static final int HEADER = 32;
  static final int LARGEST_PAYLOAD = PIPE_BUF - HEADER;
  private static final int MAGIC = 0x014B5049;

  /** How many packets a message of so many bytes takes. */
  static int count(int total) {
    return Math.max(1, (total + LARGEST_PAYLOAD - 1) / LARGEST_PAYLOAD);
  }

  /** Whether the message is complete with this packet. */
  boolean last() {
    return offset + payload.remaining() == total;
  }

  /** Writes the packet from position 0 of a little-endian buffer, and flips it. */
  void encode(ByteBuffer into) {
    into.clear();
    into.putInt(MAGIC).putInt(0).putShort((short) slot).putShort((short) payload.remaining());
    into.putInt(incarnation).putLong(number).putInt(total).putInt(offset).put(payload.duplicate());
    into.flip();
    into.putInt(4, checksum(into, into.limit()));
  }

  /** What stands at the position of a buffer. */
  sealed interface Decoded {}

  /** A packet, which takes so many bytes. */
  record Whole(Packet packet, int bytes) implements Decoded {}

  /** The beginning of what may become a packet. */
  record Part() implements Decoded {}

  /** No packet. */
  record Garbage() implements Decoded {}

  /** Reads what stands at the position of a little-endian buffer, without moving it. */
  static Decoded decode(ByteBuffer from) {
    int at = from.position();
    int present = from.remaining();
    for (int i = 0; i < Math.min(4, present); i++) {
      if (from.get(at + i) != (byte) (MAGIC >>> 8 * i)) {
        return new Garbage();
      }
    }
    if (present < HEADER) {
      return new Part();
    }
    int payload = Short.toUnsignedInt(from.getShort(at + 10));
    if (payload > LARGEST_PAYLOAD) {
      return new Garbage();
    }
    if (present < HEADER + payload) {
      return new Part();
    }
    ByteBuffer whole = from.slice(at, HEADER + payload).order(from.order());
    return whole.getInt(4) == checksum(whole, HEADER + payload)
        ? new Whole(parse(whole), HEADER + payload)
        : new Garbage();
  }

  private static Packet parse(ByteBuffer whole) {
    return new Packet(
        Short.toUnsignedInt(whole.getShort(8)),
        whole.getInt(12),
        whole.getLong(16),
        whole.getInt(24),
        whole.getInt(28),
        whole.slice(HEADER, whole.limit() - HEADER));
  }

  private static int checksum(ByteBuffer packet, int end) {
    CRC32C crc = new CRC32C();
    crc.update(packet.slice(8, end - 8));
    return (int) crc.getValue();
  }
}
