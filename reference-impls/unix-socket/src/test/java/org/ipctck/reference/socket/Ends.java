package org.ipctck.reference.socket;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Received;

/** What the tests of sockets share: channels, bodies that follow from a seed, time-outs. */
final class Ends {
  static final Duration NOW = Duration.ZERO;

  /** Longer than anything that has to happen takes on a machine that stalls. */
  static final Duration LONG = Duration.ofMinutes(2);

  private Ends() {}

  static Channel channel(Path directory, int capacity, int largest, int senders) {
    return new Channel(
        directory,
        "line",
        new Channel.Limits(capacity, largest, senders, 1),
        "restricted",
        Map.of(),
        point -> {});
  }

  static ByteBuffer body(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }

  static ByteBuffer message(Received received) {
    return assertInstanceOf(Received.Message.class, received).body();
  }
}
