package org.ipctck.reference.pipe;

/**
 * What a sender holds: the writing descriptor of a pipe and a locked slot.
 *
 * @param fd the writing descriptor, non-blocking
 * @param slots the table, on a file description of this end's own
 * @param slot the slot that this end has locked
 * @param incarnation of that slot
 * @param afterwards what to do about names when the place was left
 */
public record Place(int fd, SlotFile slots, int slot, int incarnation, Runnable afterwards) {

  /** This place, with something more to do when it was left. */
  Place then(Runnable more) {
    Runnable both =
        () -> {
          afterwards.run();
          more.run();
        };
    return new Place(fd, slots, slot, incarnation, both);
  }

  /** Says that it was closed, in this order: mark, end of file, lock. */
  void leave() {
    slots.markClosed(slot);
    Posix.close(fd);
    slots.unlockSlot(slot);
    afterwards.run();
    Posix.close(slots.fd());
  }
}
