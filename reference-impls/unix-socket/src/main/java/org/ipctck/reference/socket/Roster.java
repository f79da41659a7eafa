package org.ipctck.reference.socket;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;

/**
 * Who has a place at a channel: one receiver and so many senders.
 *
 * <pre>
 *   0 +----------------------------+  byte 0 is locked by the receiver while it lives
 *     | magic "IPCSOCK1"           |
 *   8 | slots        | largest     |  largest message in bytes
 *  16 | ended        | queue       |  1: the receiver has reported how the channel ended
 *     |              |             |  places in the queue of its socket, for datagrams
 *  24 | 0                          |
 *  32 +----------------------------+  the first byte of slot i, at 32 + 16 i, is locked by its
 *     | incarnation  | state       |  sender while it lives; state is FREE, ATTACHED or CLOSED
 *     | lost         | 0           |  1: a former holder of the slot went without close
 *     +----------------------------+
 * </pre>
 *
 * What is written here is trusted only together with the locks: an ATTACHED slot that nobody has
 * locked belonged to a sender that died.
 */
public final class Roster {
  private static final long MAGIC = 0x314B434F53435049L;
  private static final int HEADER = 32;
  private static final int SLOT = 16;
  static final int MOST_SLOTS = 4096;
  private static final int FREE = 0;
  private static final int ATTACHED = 1;
  private static final int CLOSED = 2;

  private final int fd;
  private final int slots;
  private final int largest;

  private Roster(int fd, int slots, int largest) {
    this.fd = fd;
    this.slots = slots;
    this.largest = largest;
  }

  /** Writes down how many datagrams the receiver's queue takes. */
  void setQueue(int places) {
    set(20, places);
  }

  /** How many datagrams the receiver's queue takes. */
  int queue() {
    return get(20);
  }

  /** Writes the table into an empty file. */
  static Roster create(int fd, int slots, int largest) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment table = arena.allocate(HEADER + (long) SLOT * slots, 8);
      table.set(JAVA_LONG, 0, MAGIC);
      table.set(JAVA_INT, 8, slots);
      table.set(JAVA_INT, 12, largest);
      if (Posix.pwrite(fd, table, table.byteSize(), 0) != table.byteSize()) {
        return new Roster(fd, 0, 0);
      }
    }
    return new Roster(fd, slots, largest);
  }

  /** Reads the table of a file; a file that is none has 0 slots. */
  static Roster read(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(HEADER, 8);
      long read = Posix.pread(fd, header, HEADER, 0);
      int slots = header.get(JAVA_INT, 8);
      int largest = header.get(JAVA_INT, 12);
      boolean sane = slots > 0 && slots <= MOST_SLOTS && largest >= 0;
      boolean ours = read == HEADER && header.get(JAVA_LONG, 0) == MAGIC && sane;
      return ours ? new Roster(fd, slots, largest) : new Roster(fd, 0, 0);
    }
  }

  int fd() {
    return fd;
  }

  int slots() {
    return slots;
  }

  int largest() {
    return largest;
  }

  boolean lockReceiver() {
    return FileLock.tryLock(fd, 0, 1);
  }

  /** How many bytes somebody has locked at the receiver's place: 1 is a receiver, 0 is nobody. */
  long receiverLock() {
    return FileLock.heldByAnother(fd, 0);
  }

  /** Locks the places of all senders; false while one of them is alive. */
  boolean lockSenders() {
    return FileLock.tryLock(fd, HEADER, (long) SLOT * slots);
  }

  void unlockSenders() {
    FileLock.unlock(fd, HEADER, (long) SLOT * slots);
  }

  /** Locks all places; false while anybody is alive. */
  boolean lockEverything() {
    return FileLock.tryLock(fd, 0, HEADER + (long) SLOT * slots);
  }

  /** Locks a place that no living sender has. */
  OptionalInt lockFreeSlot() {
    for (int slot = 0; slot < slots; slot++) {
      if (lockSlot(slot)) {
        return OptionalInt.of(slot);
      }
    }
    return OptionalInt.empty();
  }

  boolean lockSlot(int slot) {
    return FileLock.tryLock(fd, at(slot), 1);
  }

  void unlockSlot(int slot) {
    FileLock.unlock(fd, at(slot), 1);
  }

  /** Whether each place is taken by a living sender, rather than by a lock of an instant. */
  boolean full() {
    for (int slot = 0; slot < slots; slot++) {
      if (FileLock.heldByAnother(fd, at(slot)) != 1) {
        return false;
      }
    }
    return true;
  }

  boolean ended() {
    return get(16) != 0;
  }

  void markEnded() {
    set(16, 1);
  }

  /** Attaches to a slot that was locked; returns the incarnation, one more than any before. */
  int attach(int slot) {
    if (get(at(slot) + 4) == ATTACHED) {
      set(at(slot) + 8, 1);
    }
    int incarnation = get(at(slot)) + 1;
    set(at(slot), incarnation);
    set(at(slot) + 4, ATTACHED);
    return incarnation;
  }

  /** The incarnation that is attached to a slot. */
  int incarnation(int slot) {
    return get(at(slot));
  }

  /** Takes back an attach that came to nothing. */
  void detach(int slot, boolean came) {
    set(at(slot) + 4, came ? CLOSED : FREE);
  }

  /** Whether a slot ever had a sender. */
  boolean came(int slot) {
    return get(at(slot) + 4) != FREE;
  }

  void markClosed(int slot) {
    set(at(slot) + 4, CLOSED);
  }

  /** How the senders went, once none of them is left. */
  Departure departure() {
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

  /** How all senders went. */
  enum Departure {
    NEVER_CAME,
    CLOSED,
    LOST
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
