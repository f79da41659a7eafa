package org.ipctck.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of messages: they follow from id and length alone.
 *
 * <p>The words are those of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number
 * generators", 2014), so that no two messages share more than a few bytes by chance.
 */
public final class Payload {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Payload() {}

  /** Packs an id: channel (8 bits), sender (16), sequence (40). */
  public static long id(int channel, int sender, long sequence) {
    return (long) channel << 56 | (sender & 0xFFFFL) << 40 | sequence & 0xFF_FFFF_FFFFL;
  }

  /**
   * Fills the first bytes of a buffer with a message, and sets position and limit around it.
   *
   * @param buffer little-endian, with room for the length
   */
  public static void fill(ByteBuffer buffer, long id, int length) {
    if (buffer.order() != ByteOrder.LITTLE_ENDIAN) {
      throw new IllegalArgumentException("the buffer must be little-endian");
    }
    buffer.clear().limit(length);
    long word = id * GOLDEN + length;
    int at = 0;
    if (length >= 8) {
      buffer.putLong(0, Long.reverseBytes(id));
      at = 8;
    }
    for (; at <= length - 8; at += 8) {
      word += GOLDEN;
      buffer.putLong(at, mix(word));
    }
    long rest = mix(word + GOLDEN);
    for (; at < length; at++, rest >>>= 8) {
      buffer.put(at, (byte) rest);
    }
  }

  /** Whether the bytes between position and limit, 8 or more, are those that their id demands. */
  public static boolean whole(ByteBuffer message, long id) {
    boolean swap = message.order() == ByteOrder.BIG_ENDIAN;
    int start = message.position();
    int limit = message.limit();
    long word = id * GOLDEN + (limit - start);
    int at = start + 8;
    for (; at <= limit - 8; at += 8) {
      word += GOLDEN;
      long found = message.getLong(at);
      if (mix(word) != (swap ? Long.reverseBytes(found) : found)) {
        return false;
      }
    }
    long rest = mix(word + GOLDEN);
    for (; at < limit; at++, rest >>>= 8) {
      if (message.get(at) != (byte) rest) {
        return false;
      }
    }
    return true;
  }

  /** The id in the first 8 bytes of a message. */
  public static long idOf(ByteBuffer message) {
    long found = message.getLong(message.position());
    return message.order() == ByteOrder.BIG_ENDIAN ? found : Long.reverseBytes(found);
  }

  /** A new buffer that {@link #fill} takes. */
  public static ByteBuffer buffer(int room) {
    return ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
