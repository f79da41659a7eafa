package org.ipctck.peer;

/** What an operation is; records of the shared log hold the ordinal plus 1. */
enum Kind {
  OPEN,
  SEND,
  RECEIVE,
  CLOSE
}
