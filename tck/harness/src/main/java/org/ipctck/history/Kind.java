package org.ipctck.history;

/** What an operation is. */
public enum Kind {
  OPEN,
  SEND,
  RECEIVE,
  CLOSE
}
