package org.ipctck.reference.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Counting;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.ipctck.spi.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTransportTests {
  @TempDir Path directory;

  private final MailboxTransport transport = new MailboxTransport();

  private Channel channel() {
    return new Channel(
        directory, "mail", new Channel.Limits(2, 64, 4, 1), "restricted", Map.of(), point -> {});
  }

  private static ByteBuffer number(int number) {
    return ByteBuffer.allocate(4).putInt(0, number);
  }

  private static int number(Received received) {
    return assertInstanceOf(Received.Message.class, received).body().getInt(0);
  }

  @Test
  void aFullMailboxDropsTheOldestCountsItAndTellsTheReader() throws Exception {
    Sender sender = transport.openSender(channel(), Duration.ZERO);
    try (Receiver receiver = transport.openReceiver(channel(), Duration.ZERO)) {
      for (int i = 0; i < 5; i++) {
        assertEquals(Sent.accepted(), sender.send(number(i), Duration.ZERO));
      }
      assertEquals(3, ((Counting) receiver).dropped());
      assertEquals(2, ((Counting) sender).pending());
      assertEquals(new Received.Lost(3), receiver.receive(Duration.ZERO));
      assertEquals(3, number(receiver.receive(Duration.ZERO)));
      sender.send(number(5), Duration.ZERO);
      sender.send(number(6), Duration.ZERO);
      sender.close();
      assertEquals(new Received.Lost(1), receiver.receive(Duration.ZERO));
      assertEquals(5, number(receiver.receive(Duration.ZERO)));
      assertEquals(6, number(receiver.receive(Duration.ZERO)));
      assertInstanceOf(Received.End.class, receiver.receive(Duration.ZERO));
    }
  }

  @Test
  void aMailboxHasOneReader() throws Exception {
    try (Receiver first = transport.openReceiver(channel(), Duration.ZERO)) {
      TransportException refused =
          assertThrows(
              TransportException.class,
              () -> transport.openReceiver(channel(), Duration.ZERO).close());
      assertEquals(Reason.NAME_IN_USE, refused.reason());
      assertInstanceOf(Received.Nothing.class, first.receive(Duration.ZERO));
    }
  }

  @Test
  void aMailboxIsNotTheChannelOfTheSameName() throws Exception {
    try (Receiver mail = transport.openReceiver(channel(), Duration.ZERO);
        Sender other = new ChannelTransport().openSender(channel(), Duration.ZERO)) {
      other.send(number(1), Duration.ZERO);
      assertInstanceOf(Received.Nothing.class, mail.receive(Duration.ZERO));
    }
    new ChannelTransport().openReceiver(channel(), Duration.ZERO).close();
  }
}
