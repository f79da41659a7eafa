package org.ipctck.spi;

import java.time.Duration;

/**
 * The receiving end of a channel. One thread at a time, except for close and {@code threads=many}.
 */
public interface Receiver extends AutoCloseable {

  /**
   * Receives the next message, or says why there is none.
   *
   * @param timeout how long to wait; {@link Duration#ZERO} tries once, {@link Sender#FOREVER} waits
   * @throws InterruptedException when interrupted while waiting; a message may then have been taken
   */
  Received receive(Duration timeout) throws InterruptedException;

  /** Closes this end; again is harmless, and from any thread. Releases threads blocked in it. */
  @Override
  void close() throws TransportException;
}
