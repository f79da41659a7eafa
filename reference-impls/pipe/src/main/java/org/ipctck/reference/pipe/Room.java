package org.ipctck.reference.pipe;

import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;

/**
 * How many messages a pipe holds.
 *
 * <p>The kernel counts pages, not bytes. A write goes into the last page when it fits there as a
 * whole, else into a new one, so two neighbouring pages together hold more than one page of bytes,
 * and n pages hold at least (n - 1) / 2 pages; one page may be half read. A message of L bytes
 * takes L bytes and a header for each {@link Packet#LARGEST_PAYLOAD} that it began.
 */
final class Room {
  private static final int PAGE = 4096;
  private static final int LEAST_PAGES = 4;

  /** What an unprivileged user may ask for: /proc/sys/fs/pipe-max-size as it is by default. */
  private static final long MOST_BYTES = 1 << 20;

  private Room() {}

  /** The size to ask for, in bytes, so that what the limits say fits where that can be. */
  static int wanted(Channel.Limits limits) {
    long message = onTheWire(limits.maxMessageBytes());
    long held = message * (Math.max(1, limits.capacity()) + others(limits));
    long pages = Math.max(LEAST_PAGES, 2 * ((held + PAGE - 1) / PAGE) + 2);
    long bytes = Math.min(pages * PAGE, MOST_BYTES);
    return (int) Math.max(Long.highestOneBit(2 * bytes - 1), PAGE);
  }

  /** What a pipe of so many bytes holds. */
  static Capacity granted(long pipeBytes, Channel.Limits limits) {
    long pages = pipeBytes / PAGE;
    long sure = Math.max(0, (pages - 1) / 2 * PAGE - halfSent(limits));
    long payload = sure * Packet.LARGEST_PAYLOAD / Packet.PIPE_BUF;
    long aside = Inflow.READ_AHEAD + begun(limits);
    return new Capacity(Capacity.Unit.BYTES, payload, pipeBytes + aside, Packet.HEADER);
  }

  /** Messages in several packets that other senders may have begun and cannot complete. */
  private static long halfSent(Channel.Limits limits) {
    return limits.maxMessageBytes() <= Packet.LARGEST_PAYLOAD
        ? 0
        : others(limits) * onTheWire(limits.maxMessageBytes());
  }

  /** What the receiver has already taken of messages that are not accepted yet. */
  private static long begun(Channel.Limits limits) {
    return limits.maxMessageBytes() <= Packet.LARGEST_PAYLOAD
        ? 0
        : (long) limits.senders() * limits.maxMessageBytes();
  }

  private static long others(Channel.Limits limits) {
    return Math.max(0, limits.senders() - 1);
  }

  private static long onTheWire(int bytes) {
    return bytes + (long) Packet.HEADER * Packet.count(bytes);
  }
}
