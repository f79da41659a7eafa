package org.ipctck.reference.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Who has a place at a channel: one receiver and so many senders.
 *
 * <pre>
 *   0 +----------------------------+  byte 0 is locked by the receiver while it lives
 *     | magic, by the mechanism    |
 *   8 | slots        | largest     |  largest message in bytes
 *  16 | ended        | queue       |  1: the receiver has reported how the channel ended
 *     |              |             |  places in the queue of its socket, for datagrams
 *  24 | 0                          |
 *  32 +----------------------------+  the first byte of slot i, at 32 + 16 i, is locked by its
 *     | incarnation  | state       |  sender while it lives; state is FREE, ATTACHED or CLOSED
 *     | lost         | beats       |  1: a former holder of the slot went without close
 *     +----------------------------+  how often its holder said that it lives, where it does
 * </pre>
 *
 * What is written here is trusted only together with the locks: an ATTACHED slot that nobody has
 * locked belonged to a sender that died.
 */
public final class Roster {
  /** "IPCSLOT1", the table of a pipe. */
  public static final long OF_PIPE = 0x31544F4C53435049L;

  /** "IPCSOCK1", the table of a socket. */
  public static final long OF_SOCKET = 0x314B434F53435049L;

  /** How many senders there may be. */
  public static final int MOST_SLOTS = 4096;

  private static final int HEADER = 32;
  private static final int SLOT = 16;
  private static final int FREE = 0;
  private static final int ATTACHED = 1;
  private static final int CLOSED = 2;

  private final int fd;
  private final int slots;
  private final int largest;
  private Lookout lookout = new Lookout(() -> true, "");

  private Roster(int fd, int slots, int largest) {
    this.fd = fd;
    this.slots = slots;
    this.largest = largest;
  }

  /** Who watches the names of the channel for its receiver. */
  public Lookout lookout() {
    return lookout;
  }

  void watchedBy(Lookout names) {
    lookout = names;
  }

  /** Writes down how many datagrams the receiver's queue takes. */
  public void setQueue(int places) {
    set(20, places);
  }

  /** How many datagrams the receiver's queue takes. */
  public int queue() {
    return get(20);
  }

  /** Writes the table into an empty file. */
  public static Roster create(int fd, long magic, int slots, int largest) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment table = arena.allocate(HEADER + (long) SLOT * slots, 8);
      table.set(JAVA_LONG, 0, magic);
      table.set(JAVA_INT, 8, slots);
      table.set(JAVA_INT, 12, largest);
      if (Posix.pwrite(fd, table, table.byteSize(), 0) != table.byteSize()) {
        return new Roster(fd, 0, 0);
      }
    }
    return new Roster(fd, slots, largest);
  }

  /** Reads the table of a file; a file that is none has 0 slots. */
  public static Roster read(int fd, long magic) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(HEADER, 8);
      long read = Posix.pread(fd, header, HEADER, 0);
      int slots = header.get(JAVA_INT, 8);
      int largest = header.get(JAVA_INT, 12);
      boolean sane = slots > 0 && slots <= MOST_SLOTS && largest >= 0;
      boolean ours = read == HEADER && header.get(JAVA_LONG, 0) == magic && sane;
      return ours ? new Roster(fd, slots, largest) : new Roster(fd, 0, 0);
    }
  }

  public int fd() {
    return fd;
  }

  public int slots() {
    return slots;
  }

  public int largest() {
    return largest;
  }

  public boolean lockReceiver() {
    return FileLock.tryLock(fd, 0, 1);
  }

  /** How many bytes somebody has locked at the receiver's place: 1 is a receiver, 0 is nobody. */
  public long receiverLock() {
    return FileLock.heldByAnother(fd, 0, 1);
  }

  /** Locks the places of all senders; false while one of them is alive. */
  public boolean lockSenders() {
    return FileLock.tryLock(fd, HEADER, (long) SLOT * slots);
  }

  public void unlockSenders() {
    FileLock.unlock(fd, HEADER, (long) SLOT * slots);
  }

  /** Locks all places; false while anybody is alive. */
  public boolean lockEverything() {
    return FileLock.tryLock(fd, 0, HEADER + (long) SLOT * slots);
  }

  /** Locks a place that no living sender has. */
  public OptionalInt lockFreeSlot() {
    for (int slot = 0; slot < slots; slot++) {
      if (lockSlot(slot)) {
        return OptionalInt.of(slot);
      }
    }
    return OptionalInt.empty();
  }

  public boolean lockSlot(int slot) {
    return FileLock.tryLock(fd, at(slot), 1);
  }

  public void unlockSlot(int slot) {
    FileLock.unlock(fd, at(slot), 1);
  }

  /** Whether each place is taken by a living sender, rather than by a lock of an instant. */
  public boolean full() {
    for (int slot = 0; slot < slots; slot++) {
      if (FileLock.heldByAnother(fd, at(slot), 1) != 1) {
        return false;
      }
    }
    return true;
  }

  public boolean ended() {
    return get(16) != 0;
  }

  public void markEnded() {
    set(16, 1);
  }

  /** Attaches to a slot that was locked; returns the incarnation, one more than any before. */
  public int attach(int slot) {
    if (get(at(slot) + 4) == ATTACHED) {
      set(at(slot) + 8, 1);
    }
    int incarnation = get(at(slot)) + 1;
    set(at(slot), incarnation);
    set(at(slot) + 4, ATTACHED);
    return incarnation;
  }

  /** The incarnation that is attached to a slot. */
  public int incarnation(int slot) {
    return get(at(slot));
  }

  /** Whether a slot has a sender, or is kept for one that was started. */
  public boolean attached(int slot) {
    return get(at(slot) + 4) == ATTACHED;
  }

  /** Says that the holder of a slot lives, in a number that it has not said before. */
  public void beat(int slot) {
    set(at(slot) + 12, get(at(slot) + 12) + 1);
  }

  /** How often a holder of a slot said that it lives. */
  public int beats(int slot) {
    return get(at(slot) + 12);
  }

  /** Begins anew: nobody has come yet. With the places of all senders locked. */
  public void reset() {
    for (int slot = 0; slot < slots; slot++) {
      markFree(slot);
      set(at(slot) + 8, 0);
    }
    set(16, 0);
  }

  /** Whether each place has a sender, or is kept for one that was started. */
  public boolean allAttached() {
    return IntStream.range(0, slots).allMatch(this::attached);
  }

  public void markFree(int slot) {
    set(at(slot) + 4, FREE);
  }

  /** Takes back an attach that came to nothing. */
  public void detach(int slot, boolean came) {
    set(at(slot) + 4, came ? CLOSED : FREE);
  }

  /** Whether a slot ever had a sender. */
  public boolean came(int slot) {
    return get(at(slot) + 4) != FREE;
  }

  public void markClosed(int slot) {
    set(at(slot) + 4, CLOSED);
  }

  /** How the senders went, once none of them is left. */
  public Departure departure() {
    boolean came = false;
    boolean lost = false;
    for (int slot = 0; slot < slots; slot++) {
      int state = get(at(slot) + 4);
      came |= state != FREE;
      lost |= state == ATTACHED || get(at(slot) + 8) != 0;
    }
    if (!came) {
      return Departure.NEVER_CAME;
    }
    return lost ? Departure.LOST : Departure.CLOSED;
  }

  private static long at(int slot) {
    return HEADER + (long) SLOT * slot;
  }

  private int get(long offset) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment word = arena.allocate(4, 4);
      return Posix.pread(fd, word, 4, offset) == 4 ? word.get(JAVA_INT, 0) : 0;
    }
  }

  private void set(long offset, int value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment word = arena.allocate(4, 4);
      word.set(JAVA_INT, 0, value);
      Posix.pwrite(fd, word, 4, offset);
    }
  }
}
