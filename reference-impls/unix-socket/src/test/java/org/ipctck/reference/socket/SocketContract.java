package org.ipctck.reference.socket;

import static org.ipctck.reference.socket.Ends.LONG;
import static org.ipctck.reference.socket.Ends.NOW;
import static org.ipctck.reference.socket.Ends.body;
import static org.ipctck.reference.socket.Ends.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.ipctck.reference.posix.Inode;
import org.ipctck.reference.posix.Posix;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Descriptors;
import org.ipctck.spi.Notifying;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.ipctck.spi.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all types of sockets have to keep. */
abstract class SocketContract {
  @TempDir Path directory;

  private final UnixTransport transport;
  private final int largest;

  SocketContract(UnixTransport transport, int largest) {
    this.transport = transport;
    this.largest = largest;
  }

  private Channel channel(int most) {
    return Ends.channel(directory, 4, most, 2);
  }

  private int fill(Sender sender, ByteBuffer body) throws InterruptedException {
    int accepted = 0;
    while (sender.send(body, NOW).fate() == Sent.Fate.ACCEPTED) {
      accepted++;
    }
    return accepted;
  }

  private int drain(Receiver receiver, ByteBuffer body) throws InterruptedException {
    int received = 0;
    while (receiver.receive(NOW) instanceof Received.Message came) {
      assertEquals(body, came.body());
      received++;
    }
    return received;
  }

  @Test
  void messagesOfEverySizeArriveWholeAndInOrder() throws Exception {
    int[] sizes = {0, 1, 4095, 4096, 4097, 16359, 16360, 20455, 20456, 65535, 65537, largest};
    try (Receiver receiver = transport.openReceiver(channel(largest), NOW)) {
      Sender sender = transport.openSender(channel(largest), NOW);
      var sending =
          Tasks.start(
              () -> {
                for (int size : sizes) {
                  assertEquals(Sent.accepted(), sender.send(body(size, size), LONG));
                }
                sender.close();
                return sizes.length;
              });
      for (int size : sizes) {
        assertEquals(body(size, size), message(receiver.receive(LONG)));
      }
      assertEquals(sizes.length, sending.result());
      assertInstanceOf(Received.End.class, receiver.receive(LONG));
      assertInstanceOf(Received.End.class, receiver.receive(NOW));
    }
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void whatWasGrantedIsThereAgainAndAgain() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(20_000), NOW);
        Sender sender = transport.openSender(channel(20_000), NOW)) {
      for (int size : new int[] {0, 200, 1_728, 4_096, 4_097, 16_360, 20_000, 20_000, 7}) {
        int accepted = fill(sender, body(size, size));
        assertTrue(accepted >= sender.capacity().fewest(size), size + ": " + accepted);
        assertTrue(accepted <= sender.capacity().most(size), size + ": " + accepted);
        assertEquals(Reason.TIMEOUT, sender.send(body(size, size), Duration.ofMillis(2)).reason());
        assertEquals(accepted, drain(receiver, body(size, size)));
      }
    }
  }

  @Test
  void aSenderThatWaitsGoesOnWithTheFirstRoom() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(8_000), NOW);
        Sender sender = transport.openSender(channel(8_000), NOW)) {
      int accepted = fill(sender, body(1, 8_000));
      var waiting = Tasks.start(() -> sender.send(body(1, 8_000), LONG)).blocked();
      for (int i = 0; i <= accepted; i++) {
        assertEquals(body(1, 8_000), message(receiver.receive(LONG)));
      }
      assertEquals(Sent.accepted(), waiting.result());
    }
  }

  @Test
  void anInterruptedSenderGoesOnAfterwards() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(30_000), NOW);
        Sender sender = transport.openSender(channel(30_000), NOW)) {
      int accepted = fill(sender, body(1, 30_000));
      var waiting = Tasks.start(() -> sender.send(body(2, 30_000), LONG)).blocked();
      waiting.thread().interrupt();
      assertInstanceOf(
          InterruptedException.class,
          assertThrows(ExecutionException.class, waiting::result).getCause());
      assertEquals(accepted, drain(receiver, body(1, 30_000)));
      assertEquals(Sent.accepted(), sender.send(body(3, 30_000), LONG));
      assertEquals(body(3, 30_000), message(receiver.receive(LONG)));
    }
  }

  @Test
  void closeReleasesWhoeverWaits() throws Exception {
    Receiver receiver = transport.openReceiver(channel(64), NOW);
    Sender sender = transport.openSender(channel(64), NOW);
    var receiving = Tasks.start(() -> receiver.receive(LONG)).blocked();
    receiver.close();
    assertEquals(
        Reason.CLOSED, assertInstanceOf(Received.Broken.class, receiving.result()).reason());
    assertEquals(Reason.PEER_GONE, sender.send(body(1, 1), LONG).reason());
    assertEquals(Reason.PEER_GONE, sender.send(body(1, 1), LONG).reason());
    sender.close();
    assertEquals(Reason.CLOSED, sender.send(body(1, 1), LONG).reason());
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void whoIsToldOfAMessageFindsIt() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(64), NOW);
        Sender sender = transport.openSender(channel(64), NOW)) {
      Notifying notified = (Notifying) receiver;
      assertFalse(notified.awaitReceivable(Duration.ofMillis(1)));
      sender.send(body(1, 9), NOW);
      assertTrue(notified.awaitReceivable(LONG));
      assertTrue(notified.awaitReceivable(NOW));
      assertEquals(body(1, 9), message(receiver.receive(NOW)));
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
    }
  }

  @Test
  void descriptorsArriveWithTheirMessage() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(9_000), NOW);
        Sender sender = transport.openSender(channel(9_000), NOW)) {
      int own = Sockets.socket(Kind.STREAM);
      Descriptors passing = (Descriptors) sender;
      sender.send(body(1, 9_000), NOW);
      assertEquals(Sent.accepted(), passing.send(body(2, 9_000), List.of(own, own), NOW));
      assertEquals(body(1, 9_000), message(receiver.receive(NOW)));
      var came = assertInstanceOf(Received.Message.class, receiver.receive(NOW));
      assertEquals(body(2, 9_000), came.body());
      assertEquals(2, came.descriptors().size());
      for (int descriptor : came.descriptors()) {
        assertEquals(Inode.of(own), Inode.of(descriptor));
        Posix.close(descriptor);
      }
      assertEquals(Reason.UNSUPPORTED, passing.send(body(3, 1), List.of(999_999), NOW).reason());
      Posix.close(own);
    }
  }

  @Test
  void badInputIsATypedError() throws Exception {
    assertEquals(Reason.RESOURCES, refusal(Ends.channel(directory, 1 << 30, 1 << 16, 1)));
    Path missing = directory.resolve("missing");
    assertEquals(Reason.NAME_INVALID, refusal(Ends.channel(missing, 1, 64, 1)));
    Path deep = directory.resolve("d".repeat(110));
    assertTrue(deep.toFile().mkdir());
    assertEquals(Reason.NAME_INVALID, refusal(Ends.channel(deep, 1, 64, 1)));
    try (Receiver receiver = transport.openReceiver(channel(64), NOW);
        Sender sender = transport.openSender(channel(64), NOW)) {
      assertEquals(Reason.NAME_IN_USE, refusal(channel(64)));
      assertEquals(Reason.TOO_LARGE, sender.send(body(1, 65), NOW).reason());
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
    }
  }

  private Reason refusal(Channel channel) {
    return assertThrows(
            TransportException.class, () -> transport.openReceiver(channel, NOW).close())
        .reason();
  }
}
