package org.ipctck.spi;

import java.nio.ByteBuffer;
import java.util.List;

/** What a receive came back with. */
public sealed interface Received {

  /**
   * A message.
   *
   * @param body its bytes between position and limit, valid until release or the next receive
   * @param descriptors descriptors that came with it, now owned by the caller
   * @param release gives the room back early; may be called once, on the receiving thread
   */
  record Message(ByteBuffer body, List<Integer> descriptors, Runnable release) implements Received {

    /** A message whose bytes are the caller's own. */
    public static Message of(ByteBuffer body) {
      return new Message(body, List.of(), () -> {});
    }
  }

  /** The time-out passed and no message came. */
  record Nothing() implements Received {}

  /** Messages were overrun or dropped here, in their place in the order. */
  record Lost(long messages) implements Received {}

  /** All senders closed and everything was received; repeats for ever. */
  record End() implements Received {}

  /** The channel cannot deliver: the last sender died, or what came is malformed or stale. */
  record Broken(Reason reason, String detail) implements Received {}
}
