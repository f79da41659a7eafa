package org.ipctck.spi;

/** Why something was refused or ended: the whole vocabulary of typed errors. */
public enum Reason {
  NONE,
  /** No room now. */
  FULL,
  /** The time-out passed. */
  TIMEOUT,
  /** The calling thread was interrupted. */
  INTERRUPTED,
  /** The other end was never there. */
  NO_PEER,
  /** To a sender: no live receiver. To a receiver: the last sender went without close. */
  PEER_GONE,
  /** This end was closed. */
  CLOSED,
  /** Over the largest message. */
  TOO_LARGE,
  /** The bytes cannot be a message. */
  MALFORMED,
  /** An end of a former incarnation. */
  STALE,
  /** The name is too long or cannot be represented. */
  NAME_INVALID,
  /** The name, or the last free place on the channel, is taken by somebody alive. */
  NAME_IN_USE,
  /** What lies at the name is not an endpoint of this transport. */
  NOT_AN_ENDPOINT,
  /** Another layout, size or build. */
  LAYOUT,
  /** Another version of the protocol. */
  VERSION,
  /** No permission. */
  DENIED,
  /** No memory, disk, descriptors or quota. */
  RESOURCES,
  /** The transport does not do this. */
  UNSUPPORTED
}
