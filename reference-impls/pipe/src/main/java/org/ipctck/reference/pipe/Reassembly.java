package org.ipctck.reference.pipe;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The message that one sender is in the middle of: each sender has its own, so messages stay whole
 * however their packets come between each other, and no sender waits for another.
 */
public class Reassembly {
  private final int largest;
  private int incarnation;
  private long completed = -1;
  private long number = -1;
  private int filled;
  private byte @Nullable [] bytes;

  /** For messages of at most so many bytes. */
  Reassembly(int largest) {
    this.largest = largest;
  }

  /** What a packet brought. */
  sealed interface Step {}

  /** A whole message. */
  record Whole(byte[] message) implements Step {}

  /** A piece. */
  record More() implements Step {}

  /** A packet that no sender of ours would have written. */
  record Wrong(String detail) implements Step {}

  /** Adds a packet of this sender. */
  Step add(Packet packet) {
    if (packet.incarnation() != incarnation) {
      startIncarnation(packet.incarnation());
    }
    if (packet.number() <= completed) {
      return new Wrong("a message number grows: number=" + packet.number());
    }
    if (packet.offset() == 0) {
      if (packet.total() < 0 || packet.total() > largest) {
        return new Wrong("a message is at most the agreed size: total=" + packet.total());
      }
      begin(packet);
    }
    byte[] message = bytes;
    if (message == null || !continues(packet, message)) {
      return new Wrong("a packet continues its message: offset=" + packet.offset());
    }
    return append(packet, message);
  }

  private void startIncarnation(int started) {
    incarnation = started;
    completed = -1;
    bytes = null;
  }

  /** What was begun before is given up: its sender was cut off and said so by beginning anew. */
  private void begin(Packet packet) {
    number = packet.number();
    filled = 0;
    bytes = new byte[packet.total()];
  }

  private boolean continues(Packet packet, byte[] message) {
    return packet.number() == number
        && packet.total() == message.length
        && packet.offset() == filled
        && packet.payload().remaining() <= message.length - filled;
  }

  private Step append(Packet packet, byte[] message) {
    ByteBuffer payload = packet.payload();
    int length = payload.remaining();
    payload.get(payload.position(), message, filled, length);
    filled += length;
    if (filled < message.length) {
      return new More();
    }
    completed = number;
    bytes = null;
    return new Whole(message);
  }
}
