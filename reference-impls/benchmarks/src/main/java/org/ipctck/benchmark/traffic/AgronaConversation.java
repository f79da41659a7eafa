package org.ipctck.benchmark.traffic;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * A conversation over two of Agrona's rings in mapped files. A ring wakes nobody: who waits spins,
 * yields, and then looks again after at most a millisecond, as Agrona's back-off does by default.
 */
final class AgronaConversation implements Conversation {
  static final String NAME = "agrona";

  /** A ring takes no message larger than an eighth of it. */
  private static final int RECORD = 8;

  private static final int MESSAGE = 1;
  private static final int END = 2;

  private final ManyToOneRingBuffer in;
  private final ManyToOneRingBuffer out;
  private final IdleStrategy idle = new BackoffIdleStrategy();
  private int first;

  AgronaConversation(Path directory, int size, boolean near) throws Exception {
    ManyToOneRingBuffer there = ring(directory.resolve("there" + size), size);
    ManyToOneRingBuffer back = ring(directory.resolve("back" + size), size);
    in = near ? back : there;
    out = near ? there : back;
  }

  private static ManyToOneRingBuffer ring(Path file, int size) throws Exception {
    int capacity = Integer.highestOneBit(2 * CAPACITY * (size + RECORD) - 1);
    int bytes = capacity + RingBufferDescriptor.TRAILER_LENGTH;
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MappedByteBuffer memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
      return new ManyToOneRingBuffer(new UnsafeBuffer(memory));
    }
  }

  @Override
  public void send(ByteBuffer message) {
    write(MESSAGE, message);
  }

  private void write(int type, ByteBuffer message) {
    UnsafeBuffer source = new UnsafeBuffer(message);
    while (!out.write(type, source, 0, source.capacity())) {
      idle.idle();
    }
    idle.reset();
  }

  @Override
  public int receive() {
    while (in.read(this::take, 1) == 0) {
      idle.idle();
    }
    idle.reset();
    return first;
  }

  /** Takes a copy, as the other mechanisms do. */
  private void take(int type, org.agrona.MutableDirectBuffer buffer, int index, int length) {
    byte[] message = new byte[length];
    buffer.getBytes(index, message);
    first = type == END ? -1 : message[0];
  }

  @Override
  public void close() {
    write(END, ByteBuffer.allocateDirect(1));
  }
}
