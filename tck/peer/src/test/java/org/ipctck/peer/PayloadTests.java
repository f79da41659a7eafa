package org.ipctck.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTests {

  /** The table of the document. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, '', 00000000",
    "0, 0, 0, 1, c1, 3e611dab",
    "1, 2, 3, 7, 2f9aa91ce25c5f, 3820ec1d",
    "1, 2, 3, 8, 0100020000000003, 7d492f46",
    "1, 2, 3, 9, 01000200000000034c, 32aa4fbc",
    "1, 2, 3, 64, 010002000000000351fa3f837f71701fd16a22487696e6d871db8c1084cdd236, f043412b",
    "7, 300, 4294967296, 4097,"
        + " 07012c010000000060d1702f7a3d10aae11bf04b426b41b5f57b976e2bf0acb2, 779a60c6",
    "200, 65535, 1099511627775, 65536,"
        + " c8ffffffffffffff480e299a32280620dc406d79f7d0b6fa2dbc38d8aa30b644, de9138a1",
  })
  void theBytesAreThoseOfTheDocument(
      int channel, int sender, long sequence, int bytes, String hex, String crc) {
    ByteBuffer message = Payload.buffer(bytes);
    Payload.fill(message, Payload.id(channel, sender, sequence), bytes);
    assertEquals(hex, HexFormat.of().formatHex(message.array(), 0, Math.min(32, bytes)));
    CRC32 sum = new CRC32();
    sum.update(message.array());
    assertEquals(crc, HexFormat.of().toHexDigits((int) sum.getValue()));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 15, 16, 17, 64, 1000})
  void everyChangedByteIsNoticedInEitherByteOrderAndAtAnyPosition(int bytes) {
    long id = Payload.id(9, 8, 7);
    ByteBuffer message = Payload.buffer(bytes);
    Payload.fill(message, id, bytes);
    ByteBuffer moved = ByteBuffer.allocate(bytes + 5).position(3);
    moved.put(message).flip().position(3);
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      moved.order(order);
      assertEquals(id, Payload.idOf(moved));
      assertTrue(Payload.whole(moved, id));
      for (int i = 3 + 8; i < 3 + bytes; i++) {
        moved.put(i, (byte) ~moved.get(i));
        assertFalse(Payload.whole(moved, id));
        moved.put(i, (byte) ~moved.get(i));
      }
    }
  }

  @Test
  void anotherLengthHasOtherBytes() {
    long id = Payload.id(1, 1, 1);
    ByteBuffer message = Payload.buffer(100);
    Payload.fill(message, id, 100);
    message.limit(99);
    assertFalse(Payload.whole(message, id));
  }
}
