package org.ipctck.reference.sharedmemory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.ipctck.spi.TransportException;

/**
 * A ring that is mapped: its words, and the bytes of its messages.
 *
 * <p>Words are read and written as volatile, so all of them are in one order: who changes one and
 * then looks at a gate, and who arms the gate and then looks at the word, cannot both come first.
 *
 * <p>Where somebody has made the file shorter, a read or a write is an InternalError, but a
 * compare-and-set that is interpreted is the end of the process (JDK 25): so each is read before.
 */
public class Segment {
  private static final VarHandle LONG = JAVA_LONG.varHandle();
  private static final VarHandle INT = JAVA_INT.varHandle();

  private final Arena arena = Arena.ofShared();
  private final Layout layout;
  private final MemorySegment memory;
  private final MemorySegment data;

  /** Maps a file of this layout. */
  Segment(int fd, Layout layout) throws TransportException {
    this.layout = layout;
    try {
      this.memory = Mapping.of(fd, layout.size(), arena);
    } catch (TransportException e) {
      arena.close();
      throw e;
    }
    this.data = memory.asSlice(layout.data(), layout.dataBytes());
  }

  /** Its sizes. */
  public Layout layout() {
    return layout;
  }

  /** Where the first message lies that is not done with. */
  public long head() {
    return (long) LONG.getVolatile(memory, Layout.HEAD);
  }

  /** Whether no message was done with yet. */
  public boolean isNew() {
    return head() == Cursor.first(layout);
  }

  void head(long cursor) {
    LONG.setVolatile(memory, Layout.HEAD, cursor);
  }

  /** The descriptor of a message. */
  public long word(long cursor) {
    return (long) LONG.getVolatile(memory, layout.descriptor(Cursor.number(cursor)));
  }

  /** Changes the descriptor of a message; false when it is not what was expected any more. */
  public boolean change(long cursor, long expected, long word) {
    long at = layout.descriptor(Cursor.number(cursor));
    return (long) LONG.getVolatile(memory, at) == expected
        && LONG.compareAndSet(memory, at, expected, word);
  }

  int get(long offset) {
    return (int) INT.getVolatile(memory, offset);
  }

  void set(long offset, int value) {
    INT.setVolatile(memory, offset, value);
  }

  boolean change(long offset, int expected, int value) {
    return get(offset) == expected && INT.compareAndSet(memory, offset, expected, value);
  }

  /** The address of a word, for as long as the segment is mapped. */
  long address(long offset) {
    return memory.address() + offset;
  }

  /** Copies a part of a message into its cells; what reaches beyond the last goes to the front. */
  public void copyIn(long cursor, ByteBuffer message, int from, int length) {
    MemorySegment source = MemorySegment.ofBuffer(message);
    long at = start(cursor, from);
    long before = Math.min(length, layout.dataBytes() - at);
    MemorySegment.copy(source, from, data, at, before);
    MemorySegment.copy(source, from + before, data, 0, length - before);
  }

  /** Copies a message out of its cells. */
  public byte[] copyOut(long cursor, int length) {
    byte[] message = new byte[length];
    long at = start(cursor, 0);
    int before = (int) Math.min(length, layout.dataBytes() - at);
    MemorySegment.copy(data, JAVA_BYTE, at, message, 0, before);
    MemorySegment.copy(data, JAVA_BYTE, 0, message, before, length - before);
    return message;
  }

  private long start(long cursor, int from) {
    return Cursor.cell(cursor) * Layout.CELL + from & layout.dataBytes() - 1;
  }

  /** Unmaps it; nobody may be at work on it. */
  void close() {
    arena.close();
  }
}
