package org.ipctck.benchmark.crash;

import java.nio.ByteBuffer;

/** A message whose bytes all follow from who sent it and its number. */
record Numbered(int sender, long number) {
  static final int LARGEST = 3_023;
  private static final int HEADER = 16;

  /** Its bytes: the header, and as many more as the number says. */
  ByteBuffer bytes() {
    ByteBuffer message = ByteBuffer.allocate(HEADER + (int) (mixed() >>> 40) % (LARGEST - HEADER));
    message.putLong(0, number).putInt(8, sender).putInt(12, message.capacity());
    long state = mixed();
    for (int at = HEADER; at < message.capacity(); at++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      message.put(at, (byte) (state >>> 56));
    }
    return message;
  }

  private long mixed() {
    return (number * 31 + sender + 1) * 0x9E3779B97F4A7C15L & Long.MAX_VALUE;
  }

  /** What a message says that it is; nothing that was sent when a byte of it is wrong. */
  static Numbered of(ByteBuffer message) {
    if (message.remaining() < HEADER) {
      return new Numbered(-1, -1);
    }
    Numbered read = new Numbered(message.getInt(8), message.getLong(0));
    return read.bytes().equals(message) ? read : new Numbered(-1, -1);
  }
}
