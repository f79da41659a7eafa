package org.ipctck.reference.pipe;

import static org.awaitility.Awaitility.await;
import static org.ipctck.reference.pipe.Ends.LONG;
import static org.ipctck.reference.pipe.Ends.NOW;
import static org.ipctck.reference.pipe.Ends.body;
import static org.ipctck.reference.pipe.Ends.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Inheriting.Child;
import org.ipctck.spi.Inheriting.End;
import org.ipctck.spi.Inheriting.Side;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.ipctck.spi.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnonymousPipeTransportTests {
  @TempDir Path directory;
  @TempDir Path files;

  private final AnonymousPipeTransport transport = new AnonymousPipeTransport();

  private Channel channel() {
    return Ends.channel(directory, 4, 40_000, 2);
  }

  private End end(Side side, int place) {
    return new End(channel(), side, place);
  }

  private long start(List<End> ends, String... arguments) throws Exception {
    return transport.start(InheritingProcess.child(files, ends, arguments));
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void bothEndsOfOneProcessNeedNoChild() throws Exception {
    Sender sender = transport.openSender(channel(), NOW);
    assertEquals(Sent.accepted(), sender.send(body(1, 4000), NOW));
    try (Receiver receiver = transport.openReceiver(channel(), NOW)) {
      assertEquals(body(1, 4000), message(receiver.receive(NOW)));
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
      TransportException second =
          assertThrows(
              TransportException.class, () -> transport.openReceiver(channel(), NOW).close());
      assertEquals(Reason.NAME_IN_USE, second.reason());
      var sending = Tasks.start(() -> sender.send(body(2, 40_000), LONG));
      assertEquals(body(2, 40_000), message(receiver.receive(LONG)));
      assertEquals(Sent.accepted(), sending.result());
      sender.close();
      assertInstanceOf(Received.End.class, receiver.receive(LONG));
    }
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void theReceiverClosingIsPeerGone() throws Exception {
    try (Sender sender = transport.openSender(channel(), NOW)) {
      transport.openReceiver(channel(), NOW).close();
      assertEquals(Reason.PEER_GONE, sender.send(body(1, 1), LONG).reason());
    }
  }

  @Test
  void twoChildrenSendAndTheEndComesWhenBothHaveClosed() throws Exception {
    start(List.of(end(Side.SENDER, 0)), "send", "50", "20000", "close");
    start(List.of(end(Side.SENDER, 1)), "send", "50", "9000", "close");
    transport.handedDown(List.of(end(Side.RECEIVER, 0)));
    try (Receiver receiver = transport.openReceiver(channel(), NOW)) {
      int large = 0;
      int small = 0;
      while (large + small < 100) {
        var next = message(receiver.receive(LONG));
        boolean ofFirst = next.remaining() == 20_000;
        assertEquals(ofFirst ? body(large++, 20_000) : body(small++, 9_000), next);
      }
      assertInstanceOf(Received.End.class, receiver.receive(LONG));
    }
  }

  @Test
  void aKilledChildIsPeerGoneAndLeavesNoZombie() throws Exception {
    long pid = start(List.of(end(Side.SENDER, 0)), "send", "2", "5000", "stay");
    transport.handedDown(List.of(end(Side.RECEIVER, 0)));
    try (Receiver receiver = transport.openReceiver(channel(), NOW)) {
      assertEquals(body(0, 5000), message(receiver.receive(LONG)));
      assertEquals(body(1, 5000), message(receiver.receive(LONG)));
      var receiving = Tasks.start(() -> receiver.receive(Sender.FOREVER)).blocked();
      kill(pid);
      assertEquals(
          Reason.PEER_GONE, assertInstanceOf(Received.Broken.class, receiving.result()).reason());
    }
    await().until(() -> Files.notExists(Path.of("/proc/" + pid)));
  }

  @Test
  void aChildThatDiesBeforeItOpensItsEndIsPeerGone() throws Exception {
    transport.start(shell("exit 0"));
    transport.handedDown(List.of(end(Side.RECEIVER, 0)));
    try (Receiver receiver = transport.openReceiver(channel(), NOW)) {
      Received received = receiver.receive(LONG);
      assertEquals(Reason.PEER_GONE, assertInstanceOf(Received.Broken.class, received).reason());
    }
  }

  private Child shell(String script) {
    String output = files.resolve("shell.out").toString();
    return new Child(
        List.of("/bin/sh", "-c", script),
        Map.of("GREETING", "hello"),
        "/dev/null",
        output,
        output + ".err",
        List.of(end(Side.SENDER, 0)));
  }

  @Test
  void aChildInheritsItsEndsAndNothingElse() throws Exception {
    Sender own = transport.openSender(channel(), NOW);
    long pid = transport.start(shell("echo $GREETING; ls /proc/self/fd | wc -l"));
    transport.handedDown(List.of(end(Side.RECEIVER, 0)));
    await().until(() -> Files.notExists(Path.of("/proc/" + pid)));
    // Three standard streams, the pipe, its table and handle, and the directory that ls reads.
    assertEquals("hello\n7\n", Files.readString(files.resolve("shell.out")));
    own.close();
    transport.openReceiver(channel(), NOW).close();
  }

  @Test
  void aPipelineOfTwoChildrenNeedsNothingOfItsParent() throws Exception {
    start(List.of(end(Side.SENDER, 0)), "send", "20", "9000", "close");
    Child last = InheritingProcess.child(files, List.of(end(Side.RECEIVER, 0)), "receive", "20");
    long pid = transport.start(last);
    transport.handedDown(List.of());
    await().atMost(LONG).until(() -> Files.notExists(Path.of("/proc/" + pid)));
    assertEquals("20 End", Files.readString(Path.of(last.output())));
  }

  @Test
  void aSenderWhoseReceivingChildIsKilledIsReleased() throws Exception {
    long pid = start(List.of(end(Side.RECEIVER, 0)), "receive", "1000000");
    transport.handedDown(List.of(end(Side.SENDER, 0)));
    try (Sender sender = transport.openSender(channel(), NOW)) {
      assertEquals(Sent.accepted(), sender.send(body(1, 40_000), LONG));
      kill(pid);
      Sent sent = Sent.accepted();
      while (sent.equals(Sent.accepted())) {
        sent = sender.send(body(1, 40_000), Sender.FOREVER);
      }
      assertEquals(Reason.PEER_GONE, sent.reason());
    }
  }

  @Test
  void aChildThatCannotBeStartedLeavesThePipeAsItWas() throws Exception {
    int before = descriptors();
    Child impossible =
        new Child(
            List.of("/no/such/program"),
            Map.of(),
            "/dev/null",
            "/dev/null",
            "/dev/null",
            List.of(end(Side.SENDER, 0)));
    assertThrows(TransportException.class, () -> transport.start(impossible));
    transport.handedDown(List.of(end(Side.RECEIVER, 0)));
    try (Receiver receiver = transport.openReceiver(channel(), NOW)) {
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
    }
    assertEquals(before, descriptors());
  }

  @Test
  void cyclesLeaveNoDescriptorBehind() throws Exception {
    cycle();
    int before = descriptors();
    for (int i = 0; i < 100; i++) {
      cycle();
    }
    assertEquals(before, descriptors());
  }

  private void cycle() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(), NOW)) {
      Sender sender = transport.openSender(channel(), NOW);
      sender.send(body(1, 3), NOW);
      sender.close();
      assertEquals(body(1, 3), message(receiver.receive(LONG)));
      assertInstanceOf(Received.End.class, receiver.receive(LONG));
      assertTrue(descriptors() > 0);
    }
  }

  private static int descriptors() {
    return Path.of("/proc/self/fd").toFile().list().length;
  }
}
