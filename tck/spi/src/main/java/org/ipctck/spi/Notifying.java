package org.ipctck.spi;

import java.time.Duration;

/** A receiver that can wait until something is receivable, without receiving it. */
public interface Notifying {

  /** Waits for something to receive; false when the time-out passed first. */
  boolean awaitReceivable(Duration timeout) throws InterruptedException;
}
