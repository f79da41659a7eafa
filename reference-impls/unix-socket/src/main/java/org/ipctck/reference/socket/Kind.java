package org.ipctck.reference.socket;

/** A type of Unix domain socket; unix(7). */
enum Kind {
  /** Bytes in order, without boundaries. */
  STREAM(1),
  /** Records in order, without connections: all senders share the receiver's queue. */
  DATAGRAM(2),
  /** Records in order over a connection. */
  SEQPACKET(5);

  private final int number;

  Kind(int number) {
    this.number = number;
  }

  /** The number that socket(2) wants. */
  int number() {
    return number;
  }

  /** Whether each sender has a connection of its own. */
  boolean connected() {
    return this != DATAGRAM;
  }
}
