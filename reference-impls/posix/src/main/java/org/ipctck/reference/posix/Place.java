package org.ipctck.reference.posix;

/**
 * What a sender holds: the descriptor that it writes to and a locked slot.
 *
 * @param fd the writing end of a pipe, or a socket; non-blocking
 * @param roster the table of places, on a file description of this end's own
 * @param slot the slot that this end has locked
 * @param incarnation of that slot
 * @param afterwards what to do about names when the place was left
 */
public record Place(int fd, Roster roster, int slot, int incarnation, Runnable afterwards) {

  /** This place, with something more to do when it was left. */
  public Place then(Runnable more) {
    Runnable both =
        () -> {
          afterwards.run();
          more.run();
        };
    return new Place(fd, roster, slot, incarnation, both);
  }

  /** Says that it was closed, in this order: mark, end of file, lock. */
  public void leave() {
    roster.markClosed(slot);
    Posix.close(fd);
    roster.unlockSlot(slot);
    afterwards.run();
    Posix.close(roster.fd());
  }
}
