package org.ipctck.reference.socket;

/**
 * What a sender holds: a connected socket and a locked slot.
 *
 * @param fd the socket, non-blocking
 * @param roster the table, on a file description of this end's own
 * @param slot the slot that this end has locked
 * @param incarnation of that slot
 * @param afterwards what to do about names when the place was left
 */
public record Place(int fd, Roster roster, int slot, int incarnation, Runnable afterwards) {

  /** Says that it was closed, in this order: mark, end of the connection, lock. */
  void leave() {
    roster.markClosed(slot);
    Posix.close(fd);
    roster.unlockSlot(slot);
    afterwards.run();
    Posix.close(roster.fd());
  }
}
