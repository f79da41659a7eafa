package org.ipctck.reference.sharedmemory;

import static org.ipctck.reference.sharedmemory.Ends.channel;
import static org.ipctck.reference.sharedmemory.Ends.message;
import static org.ipctck.reference.sharedmemory.Ends.receiver;
import static org.ipctck.reference.sharedmemory.Ends.sender;
import static org.ipctck.reference.sharedmemory.Ends.tryReceive;
import static org.ipctck.reference.sharedmemory.Ends.trySend;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ends of a ring in one process. */
final class SharedMemoryTransportTests {
  @TempDir Path directory;

  @Test
  void everyLengthArrivesAtEveryPlaceOfTheRing() throws Exception {
    Channel channel = channel(directory, 1, 4_096, 1);
    try (Receiver receiver = receiver(channel);
        Sender sender = sender(channel)) {
      for (int number = 0; number < 3_000; number++) {
        byte[] message = message(number, number * 61 % 4_097);
        assertEquals(Sent.accepted(), trySend(sender, message));
        assertArrayEquals(message, tryReceive(receiver));
      }
    }
  }

  @Test
  void whatWasGrantedFitsAndNoMore() throws Exception {
    Channel channel = channel(directory, 3, 1_000, 2);
    try (Receiver receiver = receiver(channel);
        Sender sender = sender(channel)) {
      for (int bytes : List.of(0, 1, 63, 64, 65, 1_000)) {
        int accepted = 0;
        while (trySend(sender, message(accepted, bytes)).fate() == Sent.Fate.ACCEPTED) {
          accepted++;
        }
        assertTrue(accepted >= sender.capacity().fewest(bytes), "bytes=" + bytes);
        assertTrue(accepted <= sender.capacity().most(bytes), "bytes=" + bytes);
        assertEquals(Reason.FULL, trySend(sender, message(0, bytes)).reason());
        for (int number = 0; number < accepted; number++) {
          assertArrayEquals(message(number, bytes), tryReceive(receiver));
        }
        assertInstanceOf(Received.Nothing.class, receiver.receive(Duration.ZERO));
      }
    }
  }

  @Test
  void theEndComesBehindTheLastMessageOfTheLastSender() throws Exception {
    Channel channel = channel(directory, 4, 100, 2);
    try (Receiver receiver = receiver(channel)) {
      Sender one = sender(channel);
      Sender other = sender(channel);
      trySend(one, message(1, 10));
      one.close();
      trySend(other, message(2, 10));
      other.close();
      assertArrayEquals(message(1, 10), tryReceive(receiver));
      assertArrayEquals(message(2, 10), tryReceive(receiver));
      assertEquals(new Received.End(), receiver.receive(Ends.LONG));
      assertEquals(new Received.End(), receiver.receive(Duration.ZERO));
    }
  }

  @Test
  void nothingIsLeftOfAChannelWhoseEndsHaveClosed() throws Exception {
    Channel channel = channel(directory, 4, 100, 1);
    Receiver receiver = receiver(channel);
    Sender sender = sender(channel);
    sender.close();
    receiver.close();
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void aSenderIsToldThatItsReceiverHasClosed() throws Exception {
    Channel channel = channel(directory, 1, 64, 1);
    Receiver receiver = receiver(channel);
    try (Sender sender = sender(channel)) {
      CompletableFuture<Sent> waits = CompletableFuture.supplyAsync(() -> fill(sender));
      receiver.close();
      assertEquals(Reason.PEER_GONE, waits.get(60, TimeUnit.SECONDS).reason());
      assertEquals(Reason.PEER_GONE, trySend(sender, message(1, 1)).reason());
    }
  }

  private static Sent fill(Sender sender) {
    try {
      Sent sent = Sent.accepted();
      while (sent.fate() == Sent.Fate.ACCEPTED) {
        sent = sender.send(ByteBuffer.wrap(message(1, 64)), Sender.FOREVER);
      }
      return sent;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void closingReleasesThoseWhoWait() throws Exception {
    Channel channel = channel(directory, 1, 64, 1);
    Receiver receiver = receiver(channel);
    Sender sender = sender(channel);
    CompletableFuture<Received> receives =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return receiver.receive(Sender.FOREVER);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    receiver.close();
    Received.Broken broken =
        assertInstanceOf(Received.Broken.class, receives.get(60, TimeUnit.SECONDS));
    assertEquals(Reason.CLOSED, broken.reason());
    sender.close();
    sender.close();
    assertEquals(Reason.CLOSED, trySend(sender, message(1, 1)).reason());
  }

  @Test
  void severalThreadsShareAnEnd() throws Exception {
    Channel channel = channel(directory, 4, 64, 1);
    try (Receiver receiver = receiver(channel);
        Sender sender = sender(channel)) {
      List<CompletableFuture<Void>> threads =
          Stream.of(1, 2, 3)
              .map(number -> CompletableFuture.runAsync(() -> sendMany(sender, number)))
              .toList();
      int[] received = new int[4];
      for (int count = 0; count < 3_000; count++) {
        byte[] message = Ends.bytes(receiver.receive(Ends.LONG));
        received[message.length / 16]++;
        assertArrayEquals(message(message.length / 16, message.length), message);
      }
      for (CompletableFuture<Void> thread : threads) {
        thread.get(60, TimeUnit.SECONDS);
      }
      assertArrayEquals(new int[] {0, 1_000, 1_000, 1_000}, received);
    }
  }

  private static void sendMany(Sender sender, int number) {
    try {
      for (int count = 0; count < 1_000; count++) {
        sender.send(ByteBuffer.wrap(message(number, 16 * number)), Sender.FOREVER);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
