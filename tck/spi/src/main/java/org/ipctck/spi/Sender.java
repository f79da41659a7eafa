package org.ipctck.spi;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The sending end of a channel. One thread at a time, except for close and {@code threads=many}.
 */
public interface Sender extends AutoCloseable {

  /** A time-out that never runs out; {@link Duration#ZERO} tries once and does not wait. */
  Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  /**
   * Sends the bytes between position and limit as one message. The buffer is the caller's again
   * when this returns, unless the profile says {@code copies=no}.
   *
   * @param timeout how long to wait for room
   * @return what became of the message; never an exception for full, gone, closed or too large
   * @throws InterruptedException when interrupted while waiting; the outcome is then unknown
   */
  Sent send(ByteBuffer message, Duration timeout) throws InterruptedException;

  /** The capacity that was granted, not the one that was asked for. */
  Capacity capacity();

  /** Closes this end; again is harmless, and from any thread. Releases threads blocked in it. */
  @Override
  void close() throws TransportException;
}
