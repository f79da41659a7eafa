package org.ipctck.stage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Intrusion;

/** Writes where nobody expects it, never waits, and knows no transport. */
final class Rogue implements AutoCloseable {
  /** What is written over in memory at once: a number of the largest kind. */
  private static final int WORD = 8;

  /** Where headers and tables are; half of what is written over lies there. */
  private static final int FRONT = 1 << 14;

  private final Random random;
  private final List<Integer> open = new ArrayList<>();

  Rogue(long seed) {
    this.random = new Random(seed);
  }

  /** Writes to what stands at a path; whether any of it got there. */
  boolean reach(Path path, Sight.Type type, boolean mapped, Intrusion what) {
    boolean reached = false;
    for (int i = 0; i < what.count(); i++) {
      byte[] bytes = bytes(what.manner(), what.from() + i);
      reached |=
          switch (type) {
            case FIFO -> write(RogueCalls.openFifo(path), bytes, false);
            case SOCKET -> write(RogueCalls.connect(path), bytes, what.stays());
            case FILE -> mapped && inMemory(path, what.manner());
            default -> false;
          };
    }
    return reached;
  }

  private boolean inMemory(Path path, Intrusion.Manner manner) {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return switch (manner) {
        case FLIPS -> flip(file);
        case TRUNCATION -> file.size() > 0 && file.truncate(file.size() / 4096 / 2 * 4096).isOpen();
        default -> writeOver(file, bytes(manner, WORD));
      };
    } catch (IOException gone) {
      return false;
    }
  }

  private boolean flip(FileChannel file) throws IOException {
    long at = Math.clamp(inUse(file), 0, Math.max(0, file.size() / WORD - 1)) * WORD;
    ByteBuffer word = ByteBuffer.allocate(WORD);
    if (file.read(word, at) < WORD) {
      return false;
    }
    word.putLong(0, word.getLong(0) ^ 1L << random.nextInt(Long.SIZE));
    return file.write(word.rewind(), at) > 0;
  }

  private byte[] bytes(Intrusion.Manner manner, int length) {
    byte[] bytes = new byte[length];
    switch (manner) {
      case ZEROS, TRUNCATION -> {}
      case ONES -> Arrays.fill(bytes, (byte) -1);
      case NOISE, FLIPS -> random.nextBytes(bytes);
    }
    return bytes;
  }

  private boolean write(int fd, byte[] bytes, boolean stays) {
    if (fd < 0) {
      return false;
    }
    boolean written = RogueCalls.write(fd, bytes) > 0;
    if (stays) {
      open.add(fd);
    } else {
      RogueCalls.close(fd);
    }
    return written;
  }

  private boolean writeOver(FileChannel file, byte[] word) throws IOException {
    long words = file.size() / WORD;
    long at = words == 0 || random.nextBoolean() ? inUse(file) : random.nextLong(words);
    return words > 0 && file.write(ByteBuffer.wrap(word), Math.clamp(at, 0, words - 1) * WORD) > 0;
  }

  /** A word at the front that is not zero, or beside one: where numbers are that mean something. */
  private long inUse(FileChannel file) throws IOException {
    ByteBuffer front = ByteBuffer.allocate(FRONT);
    file.read(front, 0);
    front.flip();
    List<Integer> used = new ArrayList<>();
    for (int at = 0; at < front.remaining() / WORD; at++) {
      if (front.getLong(at * WORD) != 0) {
        used.add(at);
      }
    }
    return used.isEmpty() ? 0 : used.get(random.nextInt(used.size())) + random.nextInt(-1, 2);
  }

  /** Closes the connections that stayed. */
  @Override
  public void close() {
    open.forEach(RogueCalls::close);
    open.clear();
  }
}
