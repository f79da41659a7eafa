package org.ipctck.reference.pipe;

import static org.ipctck.reference.pipe.Ends.LONG;
import static org.ipctck.reference.pipe.Ends.NOW;
import static org.ipctck.reference.pipe.Ends.body;
import static org.ipctck.reference.pipe.Ends.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeCrashTests {
  @TempDir Path directory;

  private final PipeTransport transport = new PipeTransport();

  private Channel channel(int senders) {
    return Ends.channel(directory, 4, 40_000, senders);
  }

  private static Reason broken(Received received) {
    return assertInstanceOf(Received.Broken.class, received).reason();
  }

  @Test
  void whatAKilledSenderHadSentIsReceivedBeforePeerGone() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(1), NOW);
        OtherProcess sender = OtherProcess.sender(channel(1), 3, 100, "wait")) {
      sender.said("open");
      sender.said("sent");
      assertEquals(body(0, 100), message(receiver.receive(LONG)));
      sender.kill();
      assertEquals(body(1, 100), message(receiver.receive(LONG)));
      assertEquals(body(2, 100), message(receiver.receive(LONG)));
      assertEquals(Reason.PEER_GONE, broken(receiver.receive(Sender.FOREVER)));
      assertEquals(Reason.PEER_GONE, broken(receiver.receive(NOW)));
    }
  }

  @Test
  void aReceiverBlockedWhenTheLastSenderIsKilledIsReleased() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(1), NOW);
        OtherProcess sender = OtherProcess.sender(channel(1), 0, 0, "wait")) {
      sender.said("open");
      sender.said("sent");
      var receiving = Tasks.start(() -> receiver.receive(Sender.FOREVER)).blocked();
      sender.kill();
      assertEquals(Reason.PEER_GONE, broken(receiving.result()));
    }
  }

  @Test
  void halfAMessageOfAKilledSenderIsNeverSeenAndItsPlaceIsTakenOver() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(2), NOW);
        Sender other = transport.openSender(channel(2), NOW);
        OtherProcess first = OtherProcess.sender(channel(2), 1, 20_000, "packet")) {
      first.said("open");
      first.said("packet");
      assertEquals(Sent.accepted(), other.send(body(7, 20_000), LONG));
      assertEquals(body(7, 20_000), message(receiver.receive(LONG)));
      first.kill();
      try (OtherProcess second = OtherProcess.sender(channel(2), 2, 20_000, "close")) {
        second.said("open");
        assertEquals(body(0, 20_000), message(receiver.receive(LONG)));
        assertEquals(body(1, 20_000), message(receiver.receive(LONG)));
        second.said("sent");
        assertEquals(0, second.ended());
      }
      other.send(body(8, 1), LONG);
      assertEquals(body(8, 1), message(receiver.receive(LONG)));
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
    }
  }

  @Test
  void messagesOfTwoProcessesNeverMix() throws Exception {
    int messages = 200;
    try (Receiver receiver = transport.openReceiver(channel(2), NOW);
        OtherProcess one = OtherProcess.sender(channel(2), messages, 20_000, "wait");
        OtherProcess two = OtherProcess.sender(channel(2), messages, 9_000, "wait")) {
      one.said("open");
      two.said("open");
      int ofOne = 0;
      int ofTwo = 0;
      while (ofOne + ofTwo < 2 * messages) {
        var next = message(receiver.receive(LONG));
        boolean large = next.remaining() == 20_000;
        assertEquals(large ? body(ofOne++, 20_000) : body(ofTwo++, 9_000), next);
      }
      one.goOn();
      two.goOn();
      assertEquals(0, one.ended() + two.ended());
      assertInstanceOf(Received.End.class, receiver.receive(LONG));
    }
  }

  @Test
  void aSenderBlockedWhenTheReceiverIsKilledIsReleasedAndASuccessorTakesTheName() throws Exception {
    Sender old;
    try (OtherProcess receiver = OtherProcess.receiver(channel(1), "")) {
      receiver.said("open");
      old = transport.openSender(channel(1), LONG);
      Sender blocked = old;
      var sending =
          Tasks.start(
              () -> {
                Sent sent = Sent.accepted();
                while (sent.equals(Sent.accepted())) {
                  sent = blocked.send(body(1, 40_000), Sender.FOREVER);
                }
                return sent.reason();
              });
      sending.blocked();
      receiver.kill();
      assertEquals(Reason.PEER_GONE, sending.result());
    }
    try (Receiver successor = transport.openReceiver(channel(1), NOW)) {
      assertEquals(Reason.PEER_GONE, old.send(body(2, 3), LONG).reason());
      Sender fresh = transport.openSender(channel(1), NOW);
      old.close();
      assertEquals(Sent.accepted(), fresh.send(body(3, 3), LONG));
      assertEquals(body(3, 3), message(successor.receive(LONG)));
      fresh.close();
      assertInstanceOf(Received.End.class, successor.receive(LONG));
    }
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void aReceiverKilledWhileItBindsLeavesNothingThatOthersHangOn() throws Exception {
    try (OtherProcess receiver = OtherProcess.receiver(channel(1), "bind")) {
      receiver.said("bind");
      receiver.kill();
    }
    try (Receiver successor = transport.openReceiver(channel(1), NOW)) {
      assertInstanceOf(Received.Nothing.class, successor.receive(NOW));
    }
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void theLastSenderRemovesTheNamesOfAReceiverThatWasKilled() throws Exception {
    Sender sender;
    try (OtherProcess receiver = OtherProcess.receiver(channel(1), "")) {
      receiver.said("open");
      sender = transport.openSender(channel(1), LONG);
      receiver.kill();
    }
    assertEquals(2, directory.toFile().list().length);
    sender.close();
    assertEquals(0, directory.toFile().list().length);
  }
}
