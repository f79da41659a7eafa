package org.ipctck.reference.channel;

/** How an operation on a channel came out. */
public enum Outcome {
  /** The item was sent or received. */
  DONE,
  /** Receiving: all senders closed and everything was received. */
  ENDED,
  /** Sending: all receivers closed. */
  GONE,
  /** The end that the operation belongs to was closed. */
  CLOSED,
  /** The time-out passed, and nothing was sent or received. */
  TIMED_OUT,
  /** Receiving: items were dropped before the next one; see {@link Case#lost}. */
  LOST
}
