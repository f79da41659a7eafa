package org.ipctck.reference.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.ipctck.spi.Transport;
import org.ipctck.spi.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelTransportTests {
  private static final Duration NOW = Duration.ZERO;

  @TempDir Path directory;

  private final Transport transport = new ChannelTransport();

  private Channel channel(int capacity) {
    return channel("numbers", capacity);
  }

  private Channel channel(String name, int capacity) {
    return new Channel(
        directory,
        name,
        new Channel.Limits(capacity, 1024, 8, 8),
        "restricted",
        Map.of(),
        point -> {});
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.flip();
  }

  private static byte[] body(Received received) {
    ByteBuffer body = assertInstanceOf(Received.Message.class, received).body();
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return bytes;
  }

  @Test
  void aBufferTakesExactlyItsCapacityAndKeepsTheOrder() throws Exception {
    try (Sender sender = transport.openSender(channel(3), NOW);
        Receiver receiver = transport.openReceiver(channel(3), NOW)) {
      for (int i = 0; i < 3; i++) {
        assertEquals(Sent.accepted(), sender.send(bytes(i), NOW));
      }
      assertEquals(Reason.FULL, sender.send(bytes(3), NOW).reason());
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(new byte[] {(byte) i}, body(receiver.receive(NOW)));
      }
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
    }
  }

  @Test
  void aRendezvousAcceptsOnlyWhatAReceiverTakes() throws Exception {
    try (Sender sender = transport.openSender(channel(0), NOW);
        Receiver receiver = transport.openReceiver(channel(0), NOW)) {
      assertEquals(Reason.FULL, sender.send(bytes(1), NOW).reason());
      assertEquals(Reason.TIMEOUT, sender.send(bytes(1), Duration.ofMillis(20)).reason());
      var sending = Tasks.start(() -> sender.send(bytes(2), Sender.FOREVER)).blocked();
      assertArrayEquals(new byte[] {2}, body(receiver.receive(NOW)));
      assertEquals(Sent.accepted(), sending.result());
      var receiving = Tasks.start(() -> receiver.receive(Sender.FOREVER)).blocked();
      assertEquals(Sent.accepted(), sender.send(bytes(3), NOW));
      assertArrayEquals(new byte[] {3}, body(receiving.result()));
    }
  }

  @Test
  void theEndComesAfterEverythingAndRepeats() throws Exception {
    Sender first = transport.openSender(channel(4), NOW);
    Sender second = transport.openSender(channel(4), NOW);
    try (Receiver receiver = transport.openReceiver(channel(4), NOW)) {
      first.send(bytes(1), NOW);
      first.close();
      first.close();
      assertEquals(Reason.CLOSED, first.send(bytes(9), NOW).reason());
      second.send(bytes(2), NOW);
      second.close();
      assertArrayEquals(new byte[] {1}, body(receiver.receive(NOW)));
      assertArrayEquals(new byte[] {2}, body(receiver.receive(NOW)));
      assertInstanceOf(Received.End.class, receiver.receive(NOW));
      assertInstanceOf(Received.End.class, receiver.receive(Sender.FOREVER));
      TransportException late =
          assertThrows(
              TransportException.class, () -> transport.openSender(channel(4), NOW).close());
      assertEquals(Reason.NO_PEER, late.reason());
    }
  }

  @Test
  void theLastSenderClosingReleasesABlockedReceiver() throws Exception {
    Sender sender = transport.openSender(channel(1), NOW);
    try (Receiver receiver = transport.openReceiver(channel(1), NOW)) {
      var receiving = Tasks.start(() -> receiver.receive(Sender.FOREVER)).blocked();
      sender.close();
      assertInstanceOf(Received.End.class, receiving.result());
    }
  }

  @Test
  void theLastReceiverClosingReleasesABlockedSender() throws Exception {
    try (Sender sender = transport.openSender(channel(1), NOW)) {
      assertEquals(Sent.accepted(), sender.send(bytes(1), NOW));
      Receiver receiver = transport.openReceiver(channel(1), NOW);
      var sending = Tasks.start(() -> sender.send(bytes(2), Sender.FOREVER)).blocked();
      receiver.close();
      assertEquals(Reason.PEER_GONE, sending.result().reason());
      assertEquals(Reason.PEER_GONE, sender.send(bytes(3), NOW).reason());
      try (Receiver successor = transport.openReceiver(channel(1), NOW)) {
        assertArrayEquals(new byte[] {1}, body(successor.receive(NOW)));
        assertInstanceOf(Received.Nothing.class, successor.receive(NOW));
      }
    }
  }

  @Test
  void closingAnEndReleasesItsOwnBlockedThreads() throws Exception {
    Sender sender = transport.openSender(channel(1), NOW);
    Receiver receiver = transport.openReceiver(channel("other", 1), NOW);
    sender.send(bytes(1), NOW);
    var sending = Tasks.start(() -> sender.send(bytes(2), Sender.FOREVER)).blocked();
    var receiving = Tasks.start(() -> receiver.receive(Sender.FOREVER)).blocked();
    sender.close();
    receiver.close();
    assertEquals(Reason.CLOSED, sending.result().reason());
    assertEquals(
        Reason.CLOSED, assertInstanceOf(Received.Broken.class, receiving.result()).reason());
  }

  @Test
  void anInterruptedSendWasNotSentAndAnInterruptedReceiveTookNothing() throws Exception {
    try (Sender sender = transport.openSender(channel(1), NOW);
        Receiver receiver = transport.openReceiver(channel(1), NOW)) {
      var receiving = Tasks.start(() -> receiver.receive(Sender.FOREVER)).blocked();
      receiving.thread().interrupt();
      assertInstanceOf(
          InterruptedException.class,
          assertThrows(ExecutionException.class, receiving::result).getCause());
      sender.send(bytes(1), NOW);
      var sending = Tasks.start(() -> sender.send(bytes(2), Sender.FOREVER)).blocked();
      sending.thread().interrupt();
      assertInstanceOf(
          InterruptedException.class,
          assertThrows(ExecutionException.class, sending::result).getCause());
      assertArrayEquals(new byte[] {1}, body(receiver.receive(NOW)));
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
    }
  }

  @Test
  void aMessageIsCopiedAndOneTooLargeRefused() throws Exception {
    try (Sender sender = transport.openSender(channel(1), NOW);
        Receiver receiver = transport.openReceiver(channel(1), NOW)) {
      assertEquals(
          Reason.TOO_LARGE, sender.send(ByteBuffer.allocate(1025), Sender.FOREVER).reason());
      ByteBuffer buffer = bytes(1, 2);
      sender.send(buffer, NOW);
      buffer.put(0, (byte) 9);
      assertArrayEquals(new byte[] {1, 2}, body(receiver.receive(NOW)));
    }
  }

  @Test
  void namesLeaveTheRegistryWithTheLastEndButNotWithWhatWasAccepted() throws Exception {
    int before = Registry.size();
    Sender sender = transport.openSender(channel(1), NOW);
    sender.send(bytes(7), NOW);
    sender.close();
    assertEquals(before + 1, Registry.size());
    Receiver receiver = transport.openReceiver(channel(1), NOW);
    assertArrayEquals(new byte[] {7}, body(receiver.receive(NOW)));
    assertInstanceOf(Received.End.class, receiver.receive(NOW));
    receiver.close();
    assertEquals(before, Registry.size());
  }

  @Test
  void manySendersAndReceiversShareTheWorkWithoutLossOrRepetition() throws Exception {
    for (int capacity : new int[] {0, 1, 16}) {
      shareTheWork(capacity);
    }
  }

  private void shareTheWork(int capacity) throws Exception {
    int senders = 4;
    int messages = 2000;
    List<Sender> open = new ArrayList<>();
    List<Tasks.Running<Integer>> sending = new ArrayList<>();
    List<Tasks.Running<BitSet>> receiving = new ArrayList<>();
    Channel shared = channel("shared-" + capacity, capacity);
    for (int i = 0; i < senders; i++) {
      open.add(transport.openSender(shared, NOW));
    }
    for (int i = 0; i < 3; i++) {
      Receiver receiver = transport.openReceiver(shared, NOW);
      receiving.add(Tasks.start(() -> takeAll(receiver)));
    }
    for (int i = 0; i < senders; i++) {
      int place = i;
      sending.add(Tasks.start(() -> sendAll(open.get(place), place * messages, messages)));
    }
    for (var one : sending) {
      assertEquals(messages, one.result());
    }
    BitSet all = new BitSet();
    for (var one : receiving) {
      BitSet taken = one.result();
      assertEquals(false, all.intersects(taken));
      all.or(taken);
    }
    assertEquals(senders * messages, all.cardinality());
  }

  private static int sendAll(Sender sender, int first, int messages) throws Exception {
    int accepted = 0;
    for (int i = 0; i < messages; i++) {
      ByteBuffer message = ByteBuffer.allocate(4).putInt(0, first + i);
      accepted += sender.send(message, Sender.FOREVER).equals(Sent.accepted()) ? 1 : 0;
    }
    sender.close();
    return accepted;
  }

  private static BitSet takeAll(Receiver receiver) throws Exception {
    BitSet taken = new BitSet();
    while (receiver.receive(Sender.FOREVER) instanceof Received.Message message) {
      int number = message.body().getInt(0);
      assertEquals(false, taken.get(number));
      taken.set(number);
    }
    receiver.close();
    return taken;
  }
}
