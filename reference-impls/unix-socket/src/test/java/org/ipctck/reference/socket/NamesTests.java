package org.ipctck.reference.socket;

import static org.ipctck.reference.socket.Ends.LONG;
import static org.ipctck.reference.socket.Ends.NOW;
import static org.ipctck.reference.socket.Ends.body;
import static org.ipctck.reference.socket.Ends.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTests {
  @TempDir Path directory;

  private final UnixTransport transport = new UnixSeqpacketTransport();

  private Channel channel() {
    return Ends.channel(directory, 4, 64, 2);
  }

  private Reason refusal() {
    return assertThrows(
            TransportException.class, () -> transport.openReceiver(channel(), NOW).close())
        .reason();
  }

  @Test
  void aFailedOpenTakesNothingFromTheLiving() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(), NOW)) {
      assertEquals(Reason.NAME_IN_USE, refusal());
      try (Sender sender = transport.openSender(channel(), NOW)) {
        sender.send(body(1, 8), NOW);
        assertEquals(body(1, 8), message(receiver.receive(LONG)));
      }
    }
  }

  @Test
  void whatADeadReceiverLeftIsTakenOver() throws Exception {
    SocketNames names = new SocketNames(channel(), Kind.SEQPACKET);
    Roster roster = names.claim();
    int fd = names.make(roster);
    Posix.close(fd);
    Posix.close(roster.fd());
    assertEquals(2, directory.toFile().list().length);
    transport.openReceiver(channel(), NOW).close();
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void whatIsNoSocketOfOursStays() throws Exception {
    Path file = Files.writeString(directory.resolve("line.sock"), "precious");
    assertEquals(Reason.NOT_AN_ENDPOINT, refusal());
    assertEquals("precious", Files.readString(file));
    Files.delete(file);
    Path target = directory.resolve("elsewhere");
    Files.createSymbolicLink(file, target);
    assertEquals(Reason.NOT_AN_ENDPOINT, refusal());
    assertTrue(Files.isSymbolicLink(file));
    assertTrue(Files.notExists(target));
  }

  @Test
  void aSenderRefusesWhatIsNoSocketOfItsType() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(), NOW)) {
      var other = new UnixStreamTransport();
      assertEquals(
          Reason.NOT_AN_ENDPOINT,
          assertThrows(TransportException.class, () -> other.openSender(channel(), NOW)).reason());
      Files.delete(directory.resolve("line.sock"));
      Files.writeString(directory.resolve("line.sock"), "");
      assertEquals(
          Reason.NOT_AN_ENDPOINT,
          assertThrows(TransportException.class, () -> transport.openSender(channel(), NOW))
              .reason());
      assertInstanceOf(Receiver.class, receiver);
    }
    assertTrue(Files.exists(directory.resolve("line.sock")));
  }

  @Test
  void onlyTheOwnerMayConnect() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(), NOW)) {
      for (String name : new String[] {"line.sock", "line.slots"}) {
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))));
      }
      assertInstanceOf(Receiver.class, receiver);
    }
  }

  @Test
  void aFullBacklogCanBeTriedAgain() throws Exception {
    try (Receiver receiver = transport.openReceiver(channel(), NOW);
        Sender staying = transport.openSender(channel(), NOW)) {
      TransportException full =
          assertThrows(
              TransportException.class,
              () -> {
                while (true) {
                  transport.openSender(channel(), NOW).close();
                }
              });
      assertEquals(Reason.FULL, full.reason());
      receiver.receive(NOW);
      transport.openSender(channel(), LONG).close();
      assertInstanceOf(Sender.class, staying);
    }
  }
}
