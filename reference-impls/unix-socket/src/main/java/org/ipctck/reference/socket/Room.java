package org.ipctck.reference.socket;

import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;

/**
 * How many messages a socket holds.
 *
 * <p>The kernel counts the memory of its buffers against the sender's SO_SNDBUF until they were
 * received: for n bytes in one call it takes at least n and, by observation on Linux 6.18, at most
 * 2 n + 894. It begins a new one whenever what is taken is less than the limit. A datagram is also
 * counted by the receiver's queue, which has one place more than net.unix.max_dgram_qlen.
 */
final class Room {
  /** What the greeting of a connection takes until it was received, at most. */
  private static final int GREETING = 1024;

  /** A message of L bytes with its header, at most 25, takes at most 2 (L + 473). */
  private static final int OVERHEAD = 512;

  /** Connections beside those of the living senders: former ones, and strangers. */
  private static final int SPARE = 4;

  private static final long MOST_BYTES = 1 << 23;
  private static final int LEAST_BYTES = 16 * 1024;

  private Room() {}

  /** The send buffer to ask for, in the kernel's counting. */
  static int wanted(Channel.Limits limits) {
    long message = 2L * (limits.maxMessageBytes() + OVERHEAD);
    long bytes = GREETING + message * Math.max(1, limits.capacity());
    return (int) Math.clamp(bytes, LEAST_BYTES, MOST_BYTES);
  }

  /** How many connections a receiver has open at the same time. */
  static int connections(int senders) {
    return senders + SPARE;
  }

  /** How many connections wait to be accepted, before one more has to wait to be made. */
  static int backlog(int senders) {
    return senders + SPARE;
  }

  /** What a channel with connections holds, each of which has a send buffer of this size. */
  static Capacity connected(int sendBuffer, int senders, int largest) {
    long sure = Math.max(0, (sendBuffer - GREETING) / 2);
    // What is read ahead and what is begun; a message that began with the last byte of room.
    long each = sendBuffer + 2L * Chunk.LARGEST + 2L * largest + OVERHEAD;
    long most = each * (connections(senders) + backlog(senders) + 1);
    return new Capacity(Capacity.Unit.BYTES, sure, most, OVERHEAD);
  }

  /** What a queue of datagrams holds. */
  static Capacity datagrams(int sendBuffer, int queue, int largest) {
    long fit = Math.max(1, sendBuffer / (2L * (largest + OVERHEAD)));
    // One that was looked at, and is not handed out yet, is outside of the queue.
    return new Capacity(Capacity.Unit.MESSAGES, Math.min(fit, queue), queue + 1L, 0);
  }

  /** What the kernel takes for so many bytes of a stream in one call, at most. */
  static int taken(int bytes) {
    return bytes <= 3776 ? 2 * bytes + 896 : bytes + 4864;
  }
}
