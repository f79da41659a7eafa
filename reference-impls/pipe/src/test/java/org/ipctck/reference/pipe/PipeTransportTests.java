package org.ipctck.reference.pipe;

import static org.ipctck.reference.pipe.Ends.LONG;
import static org.ipctck.reference.pipe.Ends.NOW;
import static org.ipctck.reference.pipe.Ends.body;
import static org.ipctck.reference.pipe.Ends.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.ipctck.spi.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeTransportTests {
  @TempDir Path directory;

  private final PipeTransport transport = new PipeTransport();

  private Channel channel(int largest) {
    return Ends.channel(directory, 4, largest, 2);
  }

  private Reason refusal(Channel channel, boolean sender) {
    return assertThrows(
            TransportException.class,
            () -> {
              if (sender) {
                transport.openSender(channel, NOW).close();
              } else {
                transport.openReceiver(channel, NOW).close();
              }
            })
        .reason();
  }

  @Test
  void messagesOfEverySizeArriveWholeAndInOrder() throws Exception {
    Channel channel = channel(1 << 20);
    int[] sizes = {0, 1, 4063, 4064, 4065, 4095, 4096, 4097, 8128, 65535, 65536, 65537, 1 << 20};
    try (Receiver receiver = transport.openReceiver(channel, NOW)) {
      Sender sender = transport.openSender(channel, NOW);
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
  void beforeTheFirstSenderThereIsNothing() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(64), NOW)) {
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
      assertInstanceOf(Received.Nothing.class, receiver.receive(Duration.ofMillis(20)));
    }
  }

  @Test
  void theEndComesWhenTheLastSenderHasClosedAndNobodyJoinsThen() throws Exception {
    Channel channel = channel(64);
    try (Receiver receiver = transport.openReceiver(channel, NOW)) {
      Sender first = transport.openSender(channel, NOW);
      Sender second = transport.openSender(channel, NOW);
      first.send(body(1, 10), NOW);
      first.close();
      first.close();
      assertEquals(Reason.CLOSED, first.send(body(1, 10), NOW).reason());
      second.send(body(2, 10), NOW);
      second.close();
      assertEquals(body(1, 10), message(receiver.receive(NOW)));
      assertEquals(body(2, 10), message(receiver.receive(NOW)));
      assertInstanceOf(Received.End.class, receiver.receive(LONG));
      assertEquals(Reason.NO_PEER, refusal(channel, true));
      assertInstanceOf(Received.End.class, receiver.receive(NOW));
    }
  }

  @Test
  void aFullPipeRefusesTimesOutAndHoldsWhatItGranted() throws Exception {
    for (int size : new int[] {0, 1, 100, 2017, 4064, 5000}) {
      Channel channel = channel(5000);
      try (Receiver receiver = transport.openReceiver(channel, NOW);
          Sender sender = transport.openSender(channel, NOW)) {
        int accepted = 0;
        while (sender.send(body(accepted, size), NOW).equals(Sent.accepted())) {
          accepted++;
        }
        assertTrue(accepted >= sender.capacity().fewest(size), "fewest at size " + size);
        assertTrue(accepted <= sender.capacity().most(size), "most at size " + size);
        assertTrue(accepted >= 4, "what the limits ask for, at size " + size);
        assertEquals(Reason.FULL, sender.send(body(-1, size), NOW).reason());
        long before = System.nanoTime();
        assertEquals(Reason.TIMEOUT, sender.send(body(-1, size), Duration.ofMillis(30)).reason());
        assertTrue(System.nanoTime() - before >= 30_000_000);
        for (int i = 0; i < accepted; i++) {
          assertEquals(body(i, size), message(receiver.receive(NOW)));
        }
        assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
        assertEquals(Sent.accepted(), sender.send(body(7, size), NOW));
        assertEquals(body(7, size), message(receiver.receive(NOW)));
      }
    }
  }

  @Test
  void aBlockedSenderGoesOnWhenTheReceiverDrains() throws Exception {
    Channel channel = channel(20_000);
    try (Receiver receiver = transport.openReceiver(channel, NOW);
        Sender sender = transport.openSender(channel, NOW)) {
      int accepted = 0;
      while (sender.send(body(accepted, 20_000), NOW).equals(Sent.accepted())) {
        accepted++;
      }
      int last = accepted;
      var sending = Tasks.start(() -> sender.send(body(last, 20_000), LONG)).blocked();
      for (int i = 0; i <= last; i++) {
        assertEquals(body(i, 20_000), message(receiver.receive(LONG)));
      }
      assertEquals(Sent.accepted(), sending.result());
    }
  }

  @Test
  void closingAnEndReleasesTheThreadsBlockedInIt() throws Exception {
    Channel channel = channel(64);
    Receiver receiver = transport.openReceiver(channel, NOW);
    Sender sender = transport.openSender(channel, NOW);
    var receiving = Tasks.start(() -> receiver.receive(Sender.FOREVER)).blocked();
    receiver.close();
    assertEquals(
        Reason.CLOSED, assertInstanceOf(Received.Broken.class, receiving.result()).reason());
    assertEquals(Reason.PEER_GONE, sender.send(body(1, 1), LONG).reason());
    assertEquals(Reason.PEER_GONE, sender.send(body(1, 1), NOW).reason());
    sender.close();
    try (Receiver idle = transport.openReceiver(channel, NOW)) {
      Sender blocked = transport.openSender(channel, NOW);
      while (blocked.send(body(1, 64), NOW).equals(Sent.accepted())) {
        assertInstanceOf(Receiver.class, idle);
      }
      var sending = Tasks.start(() -> blocked.send(body(1, 64), Sender.FOREVER)).blocked();
      blocked.close();
      assertEquals(Reason.CLOSED, sending.result().reason());
    }
  }

  @Test
  void theReceiverClosingReleasesABlockedSender() throws Exception {
    Channel channel = channel(64);
    Receiver receiver = transport.openReceiver(channel, NOW);
    try (Sender sender = transport.openSender(channel, NOW)) {
      while (sender.send(body(1, 64), NOW).equals(Sent.accepted())) {
        assertEquals(0, sender.capacity().unit().ordinal() - 1);
      }
      var sending = Tasks.start(() -> sender.send(body(1, 64), Sender.FOREVER)).blocked();
      receiver.close();
      assertEquals(Reason.PEER_GONE, sending.result().reason());
    }
  }

  @Test
  void anInterruptedSendIsNeverReceived() throws Exception {
    Channel channel = channel(200_000);
    try (Receiver receiver = transport.openReceiver(channel, NOW);
        Sender sender = transport.openSender(channel, NOW)) {
      int accepted = 0;
      while (sender.send(body(accepted, 100_000), NOW).equals(Sent.accepted())) {
        accepted++;
      }
      var sending = Tasks.start(() -> sender.send(body(-1, 200_000), Sender.FOREVER)).blocked();
      sending.thread().interrupt();
      assertInstanceOf(
          InterruptedException.class,
          assertThrows(ExecutionException.class, sending::result).getCause());
      for (int i = 0; i < accepted; i++) {
        assertEquals(body(i, 100_000), message(receiver.receive(NOW)));
      }
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
      assertEquals(Sent.accepted(), sender.send(body(1, 10), NOW));
      assertEquals(body(1, 10), message(receiver.receive(NOW)));
    }
  }

  @Test
  void anInterruptedReceiveLeavesTheNextOneAlone() throws Exception {
    Channel channel = channel(64);
    try (Receiver receiver = transport.openReceiver(channel, NOW);
        Sender sender = transport.openSender(channel, NOW)) {
      var receiving = Tasks.start(() -> receiver.receive(Sender.FOREVER)).blocked();
      receiving.thread().interrupt();
      assertThrows(ExecutionException.class, receiving::result);
      assertInstanceOf(Received.Nothing.class, receiver.receive(Duration.ofMillis(10)));
      sender.send(body(1, 3), NOW);
      assertEquals(body(1, 3), message(receiver.receive(LONG)));
    }
  }

  @Test
  void aMessageTooLargeIsRefusedBeforeAnyByte() throws Exception {
    Channel channel = channel(5000);
    try (Receiver receiver = transport.openReceiver(channel, NOW);
        Sender sender = transport.openSender(channel, NOW)) {
      assertEquals(Reason.TOO_LARGE, sender.send(body(1, 5001), LONG).reason());
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
      assertEquals(Sent.accepted(), sender.send(body(1, 5000), LONG));
      assertEquals(body(1, 5000), message(receiver.receive(LONG)));
    }
  }

  @Test
  void aPlaceIsTakenOnce() throws Exception {
    Channel channel = channel(64);
    try (Receiver receiver = transport.openReceiver(channel, NOW);
        Sender first = transport.openSender(channel, NOW);
        Sender second = transport.openSender(channel, NOW)) {
      assertEquals(Reason.NAME_IN_USE, refusal(channel, false));
      assertEquals(Reason.NAME_IN_USE, refusal(channel, true));
      assertEquals(Sent.accepted(), first.send(body(1, 3), NOW));
      assertEquals(Sent.accepted(), second.send(body(2, 3), NOW));
      assertEquals(body(1, 3), message(receiver.receive(LONG)));
      assertEquals(body(2, 3), message(receiver.receive(LONG)));
    }
    assertEquals(Reason.NO_PEER, refusal(channel, true));
  }

  @Test
  void strangersBytesAreNeverDeliveredAndHideNoMessage() throws Exception {
    Channel channel = channel(9000);
    Path fifo = Path.of(transport.exposure(channel).addresses().getFirst());
    try (Receiver receiver = transport.openReceiver(channel, NOW);
        Sender sender = transport.openSender(channel, NOW)) {
      sender.send(body(1, 9000), NOW);
      Files.write(fifo, body(3, 777).array());
      Files.write(fifo, new byte[] {'I', 'P', 'K', 1, 0, 0});
      sender.send(body(2, 9000), NOW);
      assertEquals(body(1, 9000), message(receiver.receive(NOW)));
      assertEquals(
          Reason.MALFORMED,
          assertInstanceOf(Received.Broken.class, receiver.receive(NOW)).reason());
      assertEquals(body(2, 9000), message(receiver.receive(NOW)));
      Files.write(fifo, new byte[] {'I', 'P', 'K', 1, 0, 0});
      assertEquals(
          Reason.MALFORMED,
          assertInstanceOf(Received.Broken.class, receiver.receive(LONG)).reason());
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
    }
  }

  @Test
  void whatIsNotOursIsNeitherUsedNorRemoved() throws Exception {
    Channel channel = channel(64);
    for (String suffix : new String[] {".slots", ".fifo"}) {
      Path there = directory.resolve("line" + suffix);
      Files.writeString(there, "a stranger's file, longer than the header of a table of places");
      assertEquals(Reason.NOT_AN_ENDPOINT, refusal(channel, false), suffix);
      assertTrue(Files.size(there) > 60);
      Files.delete(there);
      Files.createSymbolicLink(there, directory.resolve("elsewhere"));
      assertEquals(Reason.NOT_AN_ENDPOINT, refusal(channel, false), suffix);
      Files.delete(there);
      Files.createDirectory(there);
      assertEquals(Reason.NOT_AN_ENDPOINT, refusal(channel, false), suffix);
      Files.delete(there);
      assertEquals(0, directory.toFile().list().length);
    }
  }

  @Test
  void namesAreForTheOwnerAloneAndImpossibleOnesRefused() throws Exception {
    Channel channel = channel(64);
    try (Receiver receiver = transport.openReceiver(channel, NOW)) {
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
      for (String suffix : new String[] {".slots", ".fifo"}) {
        assertEquals(
            PosixFilePermissions.fromString("rw-------"),
            Files.getPosixFilePermissions(directory.resolve("line" + suffix)));
      }
    }
    for (String name : new String[] {"", "a/b", "x".repeat(300), "..", "ä"}) {
      Channel impossible =
          new Channel(
              directory, name, channel.limits(), "restricted", channel.settings(), point -> {});
      assertEquals(Reason.NAME_INVALID, refusal(impossible, false));
      assertEquals(Reason.NAME_INVALID, refusal(impossible, true));
    }
  }

  @Test
  void aThousandCyclesLeaveNoDescriptorBehind() throws Exception {
    Channel channel = channel(64);
    cycle(channel);
    int before = descriptors();
    for (int i = 0; i < 200; i++) {
      cycle(channel);
      assertEquals(Reason.NO_PEER, refusal(channel, true));
    }
    assertEquals(before, descriptors());
  }

  private void cycle(Channel channel) throws Exception {
    try (Receiver receiver = transport.openReceiver(channel, NOW)) {
      Sender sender = transport.openSender(channel, NOW);
      assertEquals(Reason.NAME_IN_USE, refusal(channel, false));
      assertEquals(Sent.accepted(), sender.send(ByteBuffer.allocate(3), NOW));
      sender.close();
      assertEquals(3, message(receiver.receive(LONG)).remaining());
      assertInstanceOf(Received.End.class, receiver.receive(LONG));
    }
  }

  private static int descriptors() {
    return Path.of("/proc/self/fd").toFile().list().length;
  }
}
