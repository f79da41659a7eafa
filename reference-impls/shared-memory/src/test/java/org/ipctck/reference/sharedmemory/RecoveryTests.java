package org.ipctck.reference.sharedmemory;

import static org.ipctck.reference.sharedmemory.Ends.channel;
import static org.ipctck.reference.sharedmemory.Ends.message;
import static org.ipctck.reference.sharedmemory.Ends.receiver;
import static org.ipctck.reference.sharedmemory.Ends.sender;
import static org.ipctck.reference.sharedmemory.Ends.tryReceive;
import static org.ipctck.reference.sharedmemory.Ends.trySend;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who dies is one whose locks are gone without a word: its ring is closed underneath it. */
final class RecoveryTests {
  @TempDir Path directory;
  private Channel channel;
  private RingFile file;

  @BeforeEach
  void makeChannel() throws Exception {
    channel = channel(directory, 4, 64, 3);
    file = new RingFile(channel);
  }

  private static Producer producer(RingFile.Attached place) {
    return new Producer(place.ring().segment(), place.slot(), place.epoch());
  }

  private static Producer.Claim half(Producer producer, byte[] message) {
    Producer.Claim claim = producer.claim(message.length);
    producer.fill(claim.cursor, ByteBuffer.wrap(message), 0, message.length / 2);
    return claim;
  }

  @Test
  void whatTheDeadHadClaimedIsSkippedAndItsRoomComesBack() throws Exception {
    try (Receiver receiver = receiver(channel);
        Sender survivor = sender(channel)) {
      for (int death = 0; death < 300; death++) {
        RingFile.Attached place = file.attach().orElseThrow();
        half(producer(place), message(death, 64));
        place.ring().close();
        assertEquals("", trySend(survivor, message(death, 33)).detail());
        assertArrayEquals(message(death, 33), tryReceive(receiver));
        assertInstanceOf(Received.Nothing.class, receiver.receive(Duration.ZERO));
      }
      int accepted = 0;
      while (trySend(survivor, message(0, 64)).reason() == Reason.NONE) {
        accepted++;
      }
      assertEquals(survivor.capacity().atLeast() / 64, accepted);
    }
  }

  @Test
  void whoIsOnlyLateKeepsItsClaimAndHidesNobody() throws Exception {
    try (Receiver receiver = receiver(channel);
        Sender other = sender(channel)) {
      RingFile.Attached place = file.attach().orElseThrow();
      Producer late = producer(place);
      Producer.Claim claim = half(late, message(1, 60));
      trySend(other, message(2, 60));
      assertArrayEquals(message(2, 60), tryReceive(receiver));
      assertInstanceOf(Received.Nothing.class, receiver.receive(Duration.ofMillis(60)));
      late.fill(claim.cursor, ByteBuffer.wrap(message(1, 60)), 30, 30);
      assertTrue(late.commit(claim));
      assertArrayEquals(message(1, 60), tryReceive(receiver));
      place.ring().close();
    }
  }

  @Test
  void aClaimOfTheSlotsFormerHolderIsSkippedToo() throws Exception {
    try (Receiver receiver = receiver(channel)) {
      RingFile.Attached dead = file.attach().orElseThrow();
      Producer.Claim claim = half(producer(dead), message(1, 60));
      dead.ring().slots().giveBack(dead.slot());
      try (Sender heir = sender(channel)) {
        assertInstanceOf(Received.Nothing.class, receiver.receive(Duration.ZERO));
        assertFalse(producer(dead).commit(claim), "who was declared dead is told so");
        trySend(heir, message(2, 60));
        assertArrayEquals(message(2, 60), tryReceive(receiver));
      }
      dead.ring().close();
      Received.Broken gone =
          assertInstanceOf(Received.Broken.class, receiver.receive(Duration.ZERO));
      assertEquals(Reason.PEER_GONE, gone.reason());
    }
  }

  @Test
  void aSuccessorInheritsWhatWasAcceptedAndTheLateAreRefused() throws Exception {
    Ring dead = file.claim();
    try (Sender sender = sender(channel)) {
      trySend(sender, message(1, 64));
      trySend(sender, message(2, 0));
      RingFile.Attached place = file.attach().orElseThrow();
      Producer late = producer(place);
      Producer.Claim claim = half(late, message(3, 60));
      dead.close();
      try (Receiver successor = receiver(channel)) {
        assertEquals(Reason.PEER_GONE, trySend(sender, message(4, 64)).reason());
        assertTrue(late.commit(claim));
        assertTrue(late.takeBack(claim), "committed behind the seal");
        assertArrayEquals(message(1, 64), tryReceive(successor));
        assertArrayEquals(message(2, 0), tryReceive(successor));
        assertInstanceOf(Received.Nothing.class, successor.receive(Duration.ZERO));
      }
      place.ring().close();
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void whatWasLeftByAllOutlivesThemAndFitsIntoASmallerRing() throws Exception {
    Channel large = channel(directory, 100, 64, 1);
    Ring dead = new RingFile(large).claim();
    Sender sender = sender(large);
    for (int number = 0; number < 100; number++) {
      trySend(sender, message(number, 64));
    }
    dead.close();
    sender.close();
    try (Receiver successor = receiver(channel)) {
      for (int number = 0; number < 100; number++) {
        assertArrayEquals(message(number, 64), tryReceive(successor));
      }
    }
  }

  @Test
  void theLastToLeaveRemovesTheNameOfADeadReceiver() throws Exception {
    Ring dead = file.claim();
    Sender sender = sender(channel);
    dead.close();
    sender.close();
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(), files.toList());
    }
  }
}
