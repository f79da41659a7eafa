package org.ipctck.stage;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipctck.history.Content;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/**
 * The shared log of one end, read while its peer writes it; the layout stands in the peer protocol.
 * What was written outlives the peer.
 */
final class PeerLog implements AutoCloseable {
  private static final int RECORD = 48;
  private static final int FINISH = 8;
  private static final int ID = 16;
  private static final int COMMAND = 24;
  private static final int BYTES = 32;
  private static final int KIND = 36;
  private static final int OUTCOME = 37;
  private static final int REASON = 38;
  private static final int CONTENT = 39;

  private static final int MESSAGE = Outcome.MESSAGE.ordinal();
  private static final VarHandle KIND_WORD = JAVA_BYTE.varHandle();
  private static final VarHandle FINISH_WORD = JAVA_LONG.varHandle();
  private static final Kind[] KINDS = Kind.values();
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Reason[] REASONS = Reason.values();
  private static final Content[] CONTENTS = Content.values();

  /** How far a command has come: operations begun and returned, and since when one is open. */
  private static final class Count {
    private int begun;
    private int returned;
    private int messages;
    private long openSince;
  }

  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory;
  private final Path path;
  private final int room;
  private final Map<Integer, Count> counts = new HashMap<>();
  private int cursor;

  private PeerLog(Path file, int room) throws IOException {
    this.path = file;
    this.room = room;
    long size = (long) room * RECORD;
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      // Mapping beyond its end sizes the file; pages that nobody touches cost nothing.
      memory = channel.map(MapMode.READ_WRITE, 0, size, arena);
    }
  }

  /** Makes a log with room for so many operations. */
  static PeerLog create(Path file, int room) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new PeerLog(file, room);
    } catch (IOException e) {
      throw Scratch.unwritable(file, e);
    }
  }

  /** Where it lies. */
  Path path() {
    return path;
  }

  /** How many operations of a command were begun. */
  synchronized int begun(int command) {
    return count(command).begun;
  }

  /** How many operations of a command have returned. */
  synchronized int returned(int command) {
    return count(command).returned;
  }

  /** How many messages a command has received. */
  synchronized int messages(int command) {
    return count(command).messages;
  }

  /** The stamp since when an operation of a command is open, 0 when none is. */
  synchronized long openSince(int command) {
    return count(command).openSince;
  }

  private Count count(int command) {
    look();
    return counts.computeIfAbsent(command, id -> new Count());
  }

  private void look() {
    boolean whole = true;
    for (int i = cursor; i < room && kind(i) != 0; i++) {
      long finish = finish(i);
      Count count = counts.computeIfAbsent(command(i), id -> new Count());
      int index = memory.get(JAVA_INT, at(i, 28));
      count.begun = Math.max(count.begun, index + 1);
      if (finish == 0) {
        whole = false;
        count.openSince = memory.get(JAVA_LONG, at(i, 0));
      } else if (count.returned <= index) {
        count.returned = index + 1;
        count.messages += memory.get(JAVA_BYTE, at(i, OUTCOME)) == MESSAGE ? 1 : 0;
        count.openSince = 0;
      }
      if (whole) {
        cursor = i + 1;
      }
    }
  }

  /** Every operation, in the order in which they were begun. */
  synchronized List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < room && kind(i) != 0; i++) {
      rows.add(row(i));
    }
    return rows;
  }

  private Row row(int i) {
    Kind kind = KINDS[Math.clamp(kind(i) - 1, 0, KINDS.length - 1)];
    long id = memory.get(JAVA_LONG, at(i, ID));
    int bytes = memory.get(JAVA_INT, at(i, BYTES));
    long begin = memory.get(JAVA_LONG, at(i, 0));
    long finish = finish(i);
    if (finish == 0) {
      return Row.begun(command(i), kind, begin, kind == Kind.SEND ? id : -1, bytes);
    }
    Content content = CONTENTS[ordinal(i, CONTENT, CONTENTS.length)];
    boolean raw = content == Content.SHORT;
    return Row.begun(command(i), kind, begin, id, bytes)
        .done(
            finish,
            OUTCOMES[ordinal(i, OUTCOME, OUTCOMES.length)],
            REASONS[ordinal(i, REASON, REASONS.length)])
        .holding(raw ? -1 : id, bytes, content, raw ? id : 0);
  }

  private int ordinal(int i, int offset, int count) {
    return Math.clamp(memory.get(JAVA_BYTE, at(i, offset)), 0, count - 1);
  }

  private int command(int i) {
    return memory.get(JAVA_INT, at(i, COMMAND));
  }

  private int kind(int i) {
    return (byte) KIND_WORD.getAcquire(memory, at(i, KIND));
  }

  private long finish(int i) {
    long finish = (long) FINISH_WORD.getAcquire(memory, at(i, FINISH));
    return finish == Operations.NEVER ? 0 : finish;
  }

  private static long at(int i, int offset) {
    return (long) i * RECORD + offset;
  }

  @Override
  public void close() {
    arena.close();
  }
}
