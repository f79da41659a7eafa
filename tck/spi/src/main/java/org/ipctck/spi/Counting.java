package org.ipctck.spi;

/** An end that counts. */
public interface Counting {

  /** Messages that were accepted on this channel and will never be received, since it was made. */
  long dropped();

  /** Messages accepted and not yet received; an estimate while others are at work. */
  long pending();
}
