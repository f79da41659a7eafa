package org.ipctck.reference.sharedmemory;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;

/** Words for tests: channels, messages and what became of them. */
final class Ends {
  static final SharedMemoryTransport TRANSPORT = new SharedMemoryTransport();

  /** What must happen gets this long; nothing here waits for it in vain. */
  static final Duration LONG = Duration.ofSeconds(60);

  private Ends() {}

  static Channel channel(Path directory, int capacity, int largest, int senders) {
    return channel(directory, "c", "restricted", new Channel.Limits(capacity, largest, senders, 1));
  }

  static Channel channel(Path directory, String name, String mode, Channel.Limits limits) {
    return new Channel(directory, name, limits, mode, Map.of(), point -> {});
  }

  static Receiver receiver(Channel channel) throws Exception {
    return TRANSPORT.openReceiver(channel, Duration.ZERO);
  }

  static Sender sender(Channel channel) throws Exception {
    return TRANSPORT.openSender(channel, Duration.ZERO);
  }

  /** A message whose bytes follow from its number. */
  static byte[] message(int number, int bytes) {
    byte[] message = new byte[bytes];
    for (int at = 0; at < bytes; at++) {
      message[at] = (byte) (number * 31 + at * 7 + (at >> 8));
    }
    return message;
  }

  static Sent trySend(Sender sender, byte[] message) throws InterruptedException {
    return sender.send(ByteBuffer.wrap(message), Duration.ZERO);
  }

  static byte[] bytes(Received received) {
    ByteBuffer body = assertInstanceOf(Received.Message.class, received).body();
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return bytes;
  }

  static byte[] tryReceive(Receiver receiver) throws InterruptedException {
    return bytes(receiver.receive(Duration.ZERO));
  }
}
