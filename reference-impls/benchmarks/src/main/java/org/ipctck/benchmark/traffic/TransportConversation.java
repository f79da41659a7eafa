package org.ipctck.benchmark.traffic;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.ipctck.spi.Transport;
import org.ipctck.spi.TransportException;

/** A conversation over two channels of a transport. */
final class TransportConversation implements Conversation {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Receiver receiver;
  private final Sender sender;

  TransportConversation(Transport transport, Path directory, int size, boolean near)
      throws Exception {
    Channel there = channel(directory, "there", size);
    Channel back = channel(directory, "back", size);
    receiver = transport.openReceiver(near ? back : there, LONG);
    sender = transport.openSender(near ? there : back, LONG);
  }

  /** One direction. */
  static Channel channel(Path directory, String direction, int size) {
    Channel.Limits limits = new Channel.Limits(CAPACITY, size, 1, 1);
    return new Channel(directory, direction + size, limits, "restricted", Map.of(), point -> {});
  }

  @Override
  public void send(ByteBuffer message) throws Exception {
    Sent sent = sender.send(message.duplicate(), LONG);
    if (sent.fate() != Sent.Fate.ACCEPTED) {
      throw new IllegalStateException("a message is accepted: " + sent);
    }
  }

  @Override
  public int receive() throws Exception {
    Received received = receiver.receive(LONG);
    if (received instanceof Received.Message message) {
      int first = message.body().get(message.body().position());
      message.release().run();
      return first;
    }
    if (received instanceof Received.End) {
      return -1;
    }
    throw new IllegalStateException("a message comes: " + received);
  }

  @Override
  public void close() throws TransportException {
    sender.close();
    receiver.close();
  }
}
