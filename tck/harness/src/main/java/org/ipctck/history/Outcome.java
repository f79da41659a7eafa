package org.ipctck.history;

/** How an operation came out. */
public enum Outcome {
  /** It never returned: its process died in it, or the run was cut. */
  PENDING,
  /** An open or a close did what it should. */
  DONE,
  /** A send: the transport answers for the message. */
  ACCEPTED,
  /** A send that no receiver will see, or an open or close that failed with a reason. */
  REFUSED,
  /** A send that is received once or never. */
  UNKNOWN,
  /** A receive brought a message. */
  MESSAGE,
  /** A receive brought nothing in its time. */
  NOTHING,
  /** A receive was told of lost messages. */
  LOST,
  /** A receive was told that all senders closed. */
  END,
  /** A receive was told that the channel cannot deliver. */
  BROKEN,
  /** Its thread was interrupted, and said so. */
  INTERRUPTED,
  /** It threw what the interface does not declare. */
  UNTYPED
}
