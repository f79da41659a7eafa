package org.ipctck.reference.sharedmemory;

import static org.ipctck.reference.sharedmemory.Ends.channel;
import static org.ipctck.reference.sharedmemory.Ends.receiver;
import static org.ipctck.reference.sharedmemory.Ends.sender;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be opened is refused with a reason. */
final class RefusalTests {
  @TempDir Path directory;

  private static void refused(Reason reason, Executable open) {
    assertEquals(reason, assertThrows(TransportException.class, open).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "0,100,1,1,UNSUPPORTED",
    "1,100,1,2,UNSUPPORTED",
    "1,1048577,1,1,TOO_LARGE",
    "2147483647,1048576,1,1,RESOURCES",
    "1,100,256,1,RESOURCES"
  })
  void limitsThatNoRingHas(int capacity, int largest, int senders, int receivers, Reason reason) {
    Channel.Limits limits = new Channel.Limits(capacity, largest, senders, receivers);
    refused(reason, () -> receiver(channel(directory, "c", "restricted", limits)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a/b", "..", "a b"})
  void namesThatNoFileHas(String name) {
    Channel.Limits limits = new Channel.Limits(1, 1, 1, 1);
    refused(Reason.NAME_INVALID, () -> receiver(channel(directory, name, "restricted", limits)));
  }

  @Test
  void aDirectoryThatIsNotThere() {
    refused(Reason.NAME_INVALID, () -> receiver(channel(directory.resolve("missing"), 1, 100, 1)));
  }

  @Test
  void oneEndTooMany() throws Exception {
    Channel channel = channel(directory, 1, 100, 1);
    refused(Reason.NO_PEER, () -> sender(channel));
    try (Receiver receiver = receiver(channel);
        Sender sender = sender(channel)) {
      refused(Reason.NAME_IN_USE, () -> receiver(channel));
      refused(Reason.NAME_IN_USE, () -> sender(channel));
      assertEquals(Reason.TOO_LARGE, Ends.trySend(sender, new byte[101]).reason());
      assertEquals(0, Ends.trySend(sender, new byte[100]).detail().length());
      assertEquals(100, Ends.tryReceive(receiver).length);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,101,1,LAYOUT", "1,100,2,LAYOUT", "40,100,1,LAYOUT", "2,90,1,OK"})
  void aRingThatWasMadeForLess(int capacity, int largest, int senders, String expected)
      throws Exception {
    Channel.Limits limits = new Channel.Limits(capacity, largest, senders, 1);
    try (Receiver receiver = receiver(channel(directory, 1, 100, 1))) {
      Channel asked = channel(directory, "c", "restricted", limits);
      if (expected.equals("OK")) {
        sender(asked).close();
      } else {
        refused(Reason.valueOf(expected), () -> sender(asked));
      }
      assertTrue(Files.exists(directory.resolve("c.ring")), receiver::toString);
    }
  }

  @Test
  void aFileThatIsNoRing() throws Exception {
    Channel channel = channel(directory, 1, 100, 1);
    Path file = directory.resolve("c.ring");
    Files.writeString(
        file, "no ring at all, but long enough to be taken for a header of one".repeat(9));
    refused(Reason.NOT_AN_ENDPOINT, () -> receiver(channel));
    refused(Reason.NOT_AN_ENDPOINT, () -> sender(channel));
    Files.write(file, new byte[0]);
    refused(Reason.NOT_AN_ENDPOINT, () -> sender(channel));
    Files.delete(file);
    Files.createDirectory(file);
    refused(Reason.NOT_AN_ENDPOINT, () -> receiver(channel));
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    Channel channel = channel(directory, 1, 100, 1);
    Files.createSymbolicLink(directory.resolve("c.ring"), Files.createFile(directory.resolve("x")));
    refused(Reason.NOT_AN_ENDPOINT, () -> receiver(channel));
    refused(Reason.NOT_AN_ENDPOINT, () -> sender(channel));
  }

  @ParameterizedTest
  @CsvSource({
    "8,2,VERSION",
    "12,0,LAYOUT",
    "12,256,LAYOUT",
    "16,-1,LAYOUT",
    "16,1048577,LAYOUT",
    "20,63,LAYOUT",
    "20,128,LAYOUT",
    "20,-2147483648,LAYOUT",
    "24,32,LAYOUT"
  })
  void aHeaderThatCannotBe(int offset, int value, Reason reason) throws Exception {
    Channel channel = channel(directory, 1, 100, 1);
    try (Receiver receiver = receiver(channel)) {
      write(offset, value);
      refused(reason, () -> sender(channel));
      assertTrue(Files.exists(directory.resolve("c.ring")), receiver::toString);
    }
  }

  private void write(int offset, int value) throws Exception {
    try (FileChannel file =
        FileChannel.open(directory.resolve("c.ring"), StandardOpenOption.WRITE)) {
      ByteBuffer number = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder());
      file.write(number.putInt(value).flip(), offset);
    }
  }

  @Test
  void aFileThatWasCutOff() throws Exception {
    Channel channel = channel(directory, 1, 100, 1);
    Path cut = directory.resolve("cut.ring");
    try (Receiver receiver = receiver(channel)) {
      Files.copy(directory.resolve("c.ring"), cut);
      assertTrue(Files.exists(cut), receiver::toString);
    }
    Channel.Limits limits = new Channel.Limits(1, 100, 1, 1);
    for (int bytes : new int[] {8_192, 4_096, 64, 20, 8}) {
      try (FileChannel file = FileChannel.open(cut, StandardOpenOption.WRITE)) {
        file.truncate(bytes);
      }
      TransportException refusal =
          assertThrows(
              TransportException.class,
              () -> receiver(channel(directory, "cut", "restricted", limits)));
      assertEquals(bytes > 8 ? Reason.LAYOUT : Reason.NOT_AN_ENDPOINT, refusal.reason());
    }
  }

  @Test
  void theModeIsAsAskedWhateverTheMask() throws Exception {
    Channel.Limits limits = new Channel.Limits(1, 100, 1, 1);
    try (Receiver restricted = receiver(channel(directory, "r", "restricted", limits));
        Receiver open = receiver(channel(directory, "o", "open", limits))) {
      assertEquals("rw-------", mode("r.ring"), restricted::toString);
      assertEquals("rw-rw-rw-", mode("o.ring"), open::toString);
    }
  }

  private String mode(String file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file)));
  }
}
