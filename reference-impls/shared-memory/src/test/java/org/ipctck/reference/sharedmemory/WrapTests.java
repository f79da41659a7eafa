package org.ipctck.reference.sharedmemory;

import static org.ipctck.reference.sharedmemory.Ends.message;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.ipctck.spi.Channel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, cells and laps begin at 0 again, and nobody notices. */
final class WrapTests {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1L << 17, 1L << 20, (1L << 28) - 100, (1L << 36) - 100})
  void messagesPassWhereANumberWraps(long begin) throws Exception {
    Channel channel = Ends.channel(directory, 4, 64, 1);
    Ring ring = new RingFile(channel).claim();
    Segment segment = ring.segment();
    int descriptors = segment.layout().descriptors();
    long first = (begin - begin % descriptors) << 28 | (1L << 28) - 50;
    int lap = Word.before(Word.lap(Cursor.number(first), descriptors));
    for (int at = 0; at < descriptors; at++) {
      long cursor = (long) at << 28;
      assertTrue(segment.change(cursor, segment.word(cursor), lap));
    }
    segment.head(first);
    Producer producer = new Producer(segment, 1, 1);
    Consumer consumer = new Consumer(segment, ring.slots());
    for (int number = 0; number < 500; number++) {
      byte[] message = message(number, number % 65);
      Producer.Claim claim = producer.claim(message.length);
      assertTrue(claim.isDone());
      producer.fill(claim.cursor, ByteBuffer.wrap(message), 0, message.length);
      assertTrue(producer.commit(claim));
      assertArrayEquals(message, consumer.take(() -> {}).orElseThrow());
    }
    assertEquals(500, Cursor.messages(first, segment.head()));
    ring.close();
  }
}
