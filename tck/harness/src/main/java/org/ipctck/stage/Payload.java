package org.ipctck.stage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes that an id and a length demand, made apart from the peer's own making. */
final class Payload {
  private static final long G = 0x9E3779B97F4A7C15L;

  private Payload() {}

  /** The bytes of a message. */
  static byte[] of(long id, int length) {
    int words = length / Long.BYTES + 1;
    ByteBuffer stream = ByteBuffer.allocate((words + 1) * Long.BYTES);
    int head = length >= Long.BYTES ? Long.BYTES : 0;
    if (head > 0) {
      stream.putLong(id);
    }
    stream.order(ByteOrder.LITTLE_ENDIAN);
    long state = id * G + length;
    for (long k = 1; stream.remaining() >= Long.BYTES; k++) {
      stream.putLong(mix(state + k * G));
    }
    return Arrays.copyOf(stream.array(), length);
  }

  /** The bytes of a message of under 8 bytes in a long, the first lowest. */
  static long raw(long id, int length) {
    long word = mix(id * G + length + G);
    return length == 0 ? 0 : word & (-1L >>> (64 - 8 * length));
  }

  private static long mix(long word) {
    long z = word;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
