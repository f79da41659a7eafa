package org.ipctck.benchmark.traffic;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.ipctck.spi.TransportException;

/** Both directions between two processes, as one of them has them. */
interface Conversation extends AutoCloseable {
  /** The sizes of messages that are measured, in bytes. */
  int[] SIZES = {64, 4096, 65536};

  /** How many messages each direction is asked to hold. */
  int CAPACITY = 64;

  /** Sends a message, waiting for room. */
  void send(ByteBuffer message) throws Exception;

  /** The first byte of the next message, waiting for it; negative at the end. */
  int receive() throws Exception;

  @Override
  void close() throws TransportException;

  /** A conversation of this mechanism; the side that is near measures, the other one answers. */
  static Conversation open(String mechanism, Path directory, int size, boolean near)
      throws Exception {
    return mechanism.equals(AgronaConversation.NAME)
        ? new AgronaConversation(directory, size, near)
        : new TransportConversation(Mechanisms.named(mechanism), directory, size, near);
  }
}
