package org.ipctck.reference.sharedmemory;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.ipctck.reference.posix.Inode;
import org.ipctck.reference.posix.Posix;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/**
 * The sizes of a ring and what follows from them; see the package for the picture.
 *
 * @param slots how many senders there may be at a time
 * @param largest the largest message in bytes
 * @param cells a power of two
 * @param descriptors a power of two
 * @param incarnation tells files of one name apart
 */
public record Layout(int slots, int largest, int cells, int descriptors, long incarnation) {
  static final int CELL = 64;
  static final int LARGEST_MESSAGE = 1 << 20;
  static final int MOST_SLOTS = 255;

  static final long HEAD = 64;
  static final long RECEIVER_GATE = 128;
  static final long SENDERS_GATE = 192;
  static final long RECEIVER_STATE = 256;

  private static final long MAGIC = 0x31474E4952435049L;
  private static final int VERSION = 1;
  private static final int HEADER = 64;
  private static final long SLOTS = 512;
  private static final long DESCRIPTORS = 8192;
  private static final int PAGE = 4096;

  /** As few as these, so that laps are not too short. */
  private static final int FEWEST_CELLS = 64;

  /** Twice as many would fill the cell number in HEAD, and a full ring would look like an empty. */
  private static final int MOST_CELLS = 1 << 27;

  /** The number of a message has 36 bits, of which the lap takes 17. */
  private static final int MOST_DESCRIPTORS = 1 << 19;

  /** The ring for what a channel has to carry; empty when there can be none so large. */
  static Optional<Layout> of(Channel.Limits limits, int fewestCells, long incarnation) {
    long cells = (long) cells(limits.maxMessageBytes()) * Math.max(1, limits.capacity());
    if (Math.max(cells, fewestCells) > MOST_CELLS || limits.senders() > MOST_SLOTS) {
      return Optional.empty();
    }
    int whole = roundedUp(Math.max(Math.max(FEWEST_CELLS, fewestCells), (int) cells));
    return Optional.of(
        new Layout(
            Math.max(1, limits.senders()),
            limits.maxMessageBytes(),
            whole,
            Math.min(whole, MOST_DESCRIPTORS),
            incarnation));
  }

  /** Whether it can carry what an end asks for; a ring may be larger than anybody asked. */
  boolean serves(Channel.Limits limits) {
    long wanted = (long) cells(limits.maxMessageBytes()) * Math.max(1, limits.capacity());
    return limits.maxMessageBytes() <= largest && limits.senders() <= slots && wanted <= cells;
  }

  private static int roundedUp(int number) {
    return number <= 1 ? 1 : Integer.highestOneBit(number - 1) << 1;
  }

  /** How many cells a message takes; an empty one takes one too. */
  static int cells(int bytes) {
    return Math.max(1, (bytes + CELL - 1) / CELL);
  }

  /** Reads the header of a file into memory of its own, and believes nothing that it says. */
  static Layout read(int fd, String path) throws TransportException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(HEADER, 8);
      long read = Posix.pread(fd, header, HEADER, 0);
      if (read < 12 || header.get(JAVA_LONG, 0) != MAGIC) {
        throw new TransportException(
            Reason.NOT_AN_ENDPOINT, "what has the name is no ring, remove it: path=" + path);
      }
      if (header.get(JAVA_INT, 8) != VERSION) {
        throw new TransportException(
            Reason.VERSION,
            "a ring is of version %d, remove it: version=%d, path=%s"
                .formatted(VERSION, header.get(JAVA_INT, 8), path));
      }
      return read(header, path, Inode.of(fd).map(Inode::size).orElse(-1L));
    }
  }

  private static Layout read(MemorySegment header, String path, long size)
      throws TransportException {
    Layout layout =
        new Layout(
            header.get(JAVA_INT, 12),
            header.get(JAVA_INT, 16),
            header.get(JAVA_INT, 20),
            header.get(JAVA_INT, 24),
            header.get(JAVA_LONG, 32));
    if (!layout.isSane() || layout.size() != size) {
      throw new TransportException(
          Reason.LAYOUT,
          "a ring has the sizes that it says, remove it: bytes=%d, says=%s, path=%s"
              .formatted(size, layout, path));
    }
    return layout;
  }

  private boolean isSane() {
    return slots >= 1
        && slots <= MOST_SLOTS
        && largest >= 0
        && largest <= LARGEST_MESSAGE
        && cells >= FEWEST_CELLS
        && cells <= MOST_CELLS
        && Integer.bitCount(cells) == 1
        && cells(largest) <= cells
        && descriptors == Math.min(cells, MOST_DESCRIPTORS);
  }

  /** Writes the header of a file that was just made. */
  boolean write(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(HEADER, 8);
      header.set(JAVA_LONG, 0, MAGIC);
      header.set(JAVA_INT, 8, VERSION);
      header.set(JAVA_INT, 12, slots);
      header.set(JAVA_INT, 16, largest);
      header.set(JAVA_INT, 20, cells);
      header.set(JAVA_INT, 24, descriptors);
      header.set(JAVA_LONG, 32, incarnation);
      return Posix.pwrite(fd, header, HEADER, 0) == HEADER;
    }
  }

  /** Where slot {@code s} is, from 1. */
  static long slot(int s) {
    return SLOTS + 16L * s;
  }

  /** Where the descriptor of a message is. */
  long descriptor(long number) {
    return DESCRIPTORS + 8 * (number & (descriptors - 1));
  }

  /** Where the cells begin. */
  long data() {
    return (DESCRIPTORS + 8L * descriptors + PAGE - 1) / PAGE * PAGE;
  }

  long dataBytes() {
    return (long) cells * CELL;
  }

  /** The size of the file. */
  long size() {
    return data() + dataBytes();
  }

  /** What fits: so many cells, and never more messages than there are descriptors. */
  Capacity capacity() {
    int overhead = (int) Math.max(CELL, dataBytes() / descriptors);
    return new Capacity(Capacity.Unit.BYTES, dataBytes(), dataBytes(), overhead);
  }
}
