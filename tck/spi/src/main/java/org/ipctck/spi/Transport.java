package org.ipctck.spi;

import java.time.Duration;

/**
 * A way to move messages between processes of one host, or between parts of one runtime.
 *
 * <p>A service: implementations have a public constructor without arguments and are named in {@code
 * META-INF/services/org.ipctck.spi.Transport}. One instance opens many ends, from several threads.
 */
public interface Transport {

  /** What the transport promises, in the words that the requirements use. */
  Profile profile();

  /**
   * Opens the sending end of a channel.
   *
   * @param timeout how long to wait for the other end where the profile says that opening waits;
   *     {@link Duration#ZERO} tries once
   * @throws TransportException when the end cannot be opened, with the reason
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  Sender openSender(Channel channel, Duration timeout)
      throws TransportException, InterruptedException;

  /** Opens the receiving end of a channel; see {@link #openSender}. */
  Receiver openReceiver(Channel channel, Duration timeout)
      throws TransportException, InterruptedException;
}
