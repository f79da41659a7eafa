package org.ipctck.peer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Bytes of an earlier message are told from any others. */
class RememberedTests {
  private static ByteBuffer message(long id, int length) {
    ByteBuffer buffer = Payload.buffer(length);
    Payload.fill(buffer, id, length);
    return buffer;
  }

  private static ByteBuffer over(ByteBuffer old, ByteBuffer young) {
    old.duplicate().put(young);
    return old;
  }

  @Test
  void theTailOfALongerOneBeforeIsTold() {
    Remembered remembered = new Remembered();
    remembered.add(7, 400);
    remembered.add(8, 300);
    assertTrue(remembered.isIn(over(message(7, 400), message(9, 100))));
    assertTrue(remembered.isIn(over(message(8, 300), message(9, 250))));
  }

  @Test
  void whatNeverCameWholeIsNotAnEarlierMessage() {
    Remembered remembered = new Remembered();
    remembered.add(7, 400);
    assertFalse(remembered.isIn(over(message(6, 400), message(9, 100))));
    assertFalse(remembered.isIn(over(ByteBuffer.allocate(400), message(9, 100))));
    assertFalse(remembered.isIn(message(7, 401)));
  }

  @Test
  void aFewBytesAreNoProof() {
    Remembered remembered = new Remembered();
    remembered.add(7, 64);
    assertFalse(remembered.isIn(over(message(7, 64), message(9, 56))));
  }
}
