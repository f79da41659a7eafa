package org.ipctck.spi;

/** An end that counts. */
public interface Counting {

  /**
   * Messages that were accepted on this channel and will never be received, since it was made; on a
   * broadcast channel a receiver answers for itself alone, since it was opened.
   */
  long dropped();

  /** Messages accepted and not yet received; an estimate while others are at work. */
  long pending();
}
