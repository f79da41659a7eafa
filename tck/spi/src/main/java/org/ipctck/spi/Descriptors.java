package org.ipctck.spi;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** A sender that can hand over open descriptors with a message. */
public interface Descriptors {

  /** Sends a message and duplicates of the descriptors; the caller keeps its own. */
  Sent send(ByteBuffer message, List<Integer> descriptors, Duration timeout)
      throws InterruptedException;
}
