package org.ipctck.reference.pipe;

import static org.ipctck.reference.pipe.Ends.LONG;
import static org.ipctck.reference.pipe.Ends.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.ipctck.spi.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traffic that is interrupted and timed out at random loses, repeats and swaps nothing. */
class HarassedTrafficTests {
  private static final int SENDERS = 3;
  private static final int MESSAGES = 400;
  private static final int LARGEST = 30_000;
  private static final long SEED = 20260101;

  @TempDir Path directory;

  @Test
  void aNamedPipeKeepsItsPromisesUnderInterruptionAndTimeOut() throws Exception {
    harass(new PipeTransport());
  }

  @Test
  void anAnonymousPipeKeepsItsPromisesUnderInterruptionAndTimeOut() throws Exception {
    harass(new AnonymousPipeTransport());
  }

  private void harass(Transport transport) throws Exception {
    Channel channel = Ends.channel(directory, 1, LARGEST, SENDERS);
    List<Tasks.Running<List<Integer>>> sending = new ArrayList<>();
    AtomicBoolean over = new AtomicBoolean();
    List<List<Integer>> received = new ArrayList<>();
    try (Receiver receiver = transport.openReceiver(channel, NOW)) {
      List<Sender> senders = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        senders.add(transport.openSender(channel, LONG));
        received.add(new ArrayList<>());
      }
      for (int i = 0; i < SENDERS; i++) {
        int place = i;
        sending.add(Tasks.start(() -> sendAll(senders.get(place), place)));
      }
      Thread harasser = Thread.ofPlatform().start(() -> interruptAll(sending, over));
      receiveAll(receiver, received);
      over.set(true);
      harasser.join();
    }
    int accepted = received.stream().mapToInt(List::size).sum();
    assertTrue(accepted > 0 && accepted < SENDERS * MESSAGES, "nothing was cut off: " + accepted);
    for (int i = 0; i < SENDERS; i++) {
      assertEquals(sending.get(i).result(), received.get(i), "seed " + SEED + " sender " + i);
    }
  }

  private static void interruptAll(List<Tasks.Running<List<Integer>>> sending, AtomicBoolean over) {
    Random random = new Random(SEED);
    while (!over.get()) {
      sending.get(random.nextInt(SENDERS)).thread().interrupt();
      java.util.concurrent.locks.LockSupport.parkNanos(random.nextInt(500_000));
    }
  }

  /** Sends what it can; returns the numbers that were accepted. */
  private static List<Integer> sendAll(Sender sender, int place) throws Exception {
    Random random = new Random(SEED + place);
    List<Integer> accepted = new ArrayList<>();
    for (int number = 0; number < MESSAGES; number++) {
      ByteBuffer message = ByteBuffer.allocate(8 + random.nextInt(LARGEST - 8));
      message.putInt(0, place).putInt(4, number);
      fill(message, number);
      try {
        if (sender.send(message, timeout(random)).equals(Sent.accepted())) {
          accepted.add(number);
        }
      } catch (InterruptedException e) {
        // Certainly not sent: that is what this test is about.
      }
    }
    sender.close();
    return accepted;
  }

  private static Duration timeout(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Duration.ZERO;
      case 1 -> Duration.ofMillis(1);
      default -> LONG;
    };
  }

  private static void fill(ByteBuffer message, int number) {
    for (int i = 8; i < message.limit(); i++) {
      message.put(i, (byte) (number + i));
    }
  }

  private static void receiveAll(Receiver receiver, List<List<Integer>> received) throws Exception {
    Random random = new Random(SEED);
    while (true) {
      Received next = receiver.receive(timeout(random));
      if (next instanceof Received.Message(ByteBuffer body, var _, var _)) {
        ByteBuffer expected = ByteBuffer.allocate(body.remaining());
        expected.putInt(0, body.getInt(0)).putInt(4, body.getInt(4));
        fill(expected, body.getInt(4));
        assertEquals(expected, body);
        received.get(body.getInt(0)).add(body.getInt(4));
      } else if (!(next instanceof Received.Nothing)) {
        assertInstanceOf(Received.End.class, next);
        return;
      }
    }
  }
}
