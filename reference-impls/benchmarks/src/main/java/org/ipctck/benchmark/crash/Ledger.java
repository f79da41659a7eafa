package org.ipctck.benchmark.crash;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Numbers that outlive the process which writes them: a line of them for each channel. */
final class Ledger {
  /** The last message that a send was begun with, and the last that was accepted. */
  static final int BEGUN = 0;

  static final int ACCEPTED = 1;

  /** Sends that ended otherwise than accepted. */
  static final int REFUSED = 2;

  /** Which passage of its point the end stands at, and up to which it may go on. */
  static final int STANDS_AT = 3;

  static final int GO_ON = 4;

  /** The last message received from the first sender; the second's is the next. */
  static final int RECEIVED = 5;

  /** What a receiving victim found wrong, and what went down with its predecessor. */
  static final int WRONG = 7;

  static final int IN_FLIGHT = 8;

  private static final int LINE = 16;
  private static final VarHandle LONG = JAVA_LONG.varHandle();

  private final MemorySegment memory;

  Ledger(Path file, int lines) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, 8L * LINE * lines, Arena.ofAuto());
    }
  }

  long get(int line, int column) {
    return (long) LONG.getVolatile(memory, at(line, column));
  }

  void set(int line, int column, long value) {
    LONG.setVolatile(memory, at(line, column), value);
  }

  void add(int line, int column) {
    set(line, column, get(line, column) + 1);
  }

  void clear(int lines) {
    for (int line = 0; line < lines; line++) {
      for (int column = 0; column < LINE; column++) {
        set(line, column, 0);
      }
    }
  }

  private static long at(int line, int column) {
    return 8L * (LINE * line + column);
  }
}
