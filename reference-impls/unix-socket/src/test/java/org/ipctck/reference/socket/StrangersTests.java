package org.ipctck.reference.socket;

import static org.ipctck.reference.socket.Ends.LONG;
import static org.ipctck.reference.socket.Ends.NOW;
import static org.ipctck.reference.socket.Ends.body;
import static org.ipctck.reference.socket.Ends.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.DatagramPacket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Identifying;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsclub.net.unix.AFSocketType;
import org.newsclub.net.unix.AFUNIXDatagramSocket;
import org.newsclub.net.unix.AFUNIXSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** Strangers at a receiver, who speak with it by other means than its senders do. */
class StrangersTests {
  @TempDir Path directory;

  private Channel channel() {
    return Ends.channel(directory, 4, 64, 2);
  }

  private AFUNIXSocketAddress address() throws Exception {
    return AFUNIXSocketAddress.of(directory.resolve("line.sock"));
  }

  @Test
  void aSilentCrowdKeepsNoSenderOut() throws Exception {
    var transport = new UnixStreamTransport();
    try (Receiver receiver = transport.openReceiver(channel(), NOW)) {
      List<AFUNIXSocket> crowd = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        crowd.add(AFUNIXSocket.connectTo(address()));
        assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
      }
      try (Sender sender = transport.openSender(channel(), LONG)) {
        sender.send(body(1, 64), NOW);
        assertEquals(body(1, 64), message(receiver.receive(LONG)));
      }
      assertInstanceOf(Received.End.class, receiver.receive(LONG));
      for (AFUNIXSocket one : crowd) {
        one.close();
      }
    }
  }

  @Test
  void garbageCostsAStrangerItsConnectionAndNobodyElseAnything() throws Exception {
    var transport = new UnixStreamTransport();
    try (Receiver receiver = transport.openReceiver(channel(), NOW);
        Sender sender = transport.openSender(channel(), NOW);
        SocketChannel stranger = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      stranger.connect(UnixDomainSocketAddress.of(directory.resolve("line.sock")));
      stranger.write(body(7, 100));
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
      sender.send(body(1, 64), NOW);
      assertEquals(body(1, 64), message(receiver.receive(LONG)));
      assertEquals(-1, stranger.read(ByteBuffer.allocate(1)));
    }
  }

  @Test
  void aRecordThatIsNoneCostsAStrangerItsConnection() throws Exception {
    var transport = new UnixSeqpacketTransport();
    try (Receiver receiver = transport.openReceiver(channel(), NOW);
        Sender sender = transport.openSender(channel(), NOW);
        var stranger = AFUNIXDatagramSocket.newInstance(AFSocketType.SOCK_SEQPACKET)) {
      stranger.connect(address());
      stranger.send(new DatagramPacket(new byte[500], 500));
      sender.send(body(1, 64), NOW);
      assertEquals(body(1, 64), message(receiver.receive(LONG)));
      assertInstanceOf(Received.Nothing.class, receiver.receive(NOW));
    }
  }

  @Test
  void aDatagramThatIsNoRecordIsReportedInItsPlace() throws Exception {
    var transport = new UnixDatagramTransport();
    try (Receiver receiver = transport.openReceiver(channel(), NOW);
        Sender sender = transport.openSender(channel(), NOW);
        AFUNIXDatagramSocket stranger = AFUNIXDatagramSocket.newInstance()) {
      stranger.connect(address());
      stranger.send(new DatagramPacket(new byte[500], 500));
      sender.send(body(1, 64), NOW);
      assertEquals(
          Reason.MALFORMED,
          assertInstanceOf(Received.Broken.class, receiver.receive(LONG)).reason());
      assertEquals(body(1, 64), message(receiver.receive(LONG)));
    }
  }

  @Test
  void theKernelSaysWhoIsThere() throws Exception {
    var transport = new UnixStreamTransport();
    try (Receiver receiver = transport.openReceiver(channel(), NOW);
        Sender sender = transport.openSender(channel(), NOW);
        AFUNIXSocket stranger = AFUNIXSocket.connectTo(address())) {
      sender.send(body(1, 8), NOW);
      receiver.receive(LONG);
      var other = stranger.getPeerCredentials();
      var told =
          new Identifying.Identity((int) other.getUid(), (int) other.getGid(), other.getPid());
      assertEquals(told, ((Identifying) sender).peer());
      assertEquals(told, ((Identifying) receiver).peer());
      assertEquals(ProcessHandle.current().pid(), told.process());
    }
  }
}
