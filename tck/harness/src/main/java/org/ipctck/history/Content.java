package org.ipctck.history;

/** What a received message held, compared byte for byte with what its id demands. */
public enum Content {
  /** Not a received message. */
  NONE,
  /** Every byte as sent. */
  WHOLE,
  /** Another length or other bytes than its id demands. */
  CORRUPT,
  /** No id could be read from it. */
  NO_ID,
  /** Too short for an id: to be matched by position. */
  SHORT,
  /** Other bytes than its id demands, among them some of a message that came whole before. */
  EARLIER
}
