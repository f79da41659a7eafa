package org.ipctck.reference.sharedmemory;

/** Where a message is, in one word: {@code number:36 cell:28}, both counted on for ever. */
final class Cursor {
  private static final int CELL_BITS = 28;
  private static final long CELLS = (1L << CELL_BITS) - 1;
  private static final long NUMBERS = (1L << 36) - 1;

  private Cursor() {}

  /** The first message: its lap is 1, so that a file of zeros is free. */
  static long first(Layout layout) {
    return (long) layout.descriptors() << CELL_BITS;
  }

  static long number(long cursor) {
    return cursor >>> CELL_BITS;
  }

  static long cell(long cursor) {
    return cursor & CELLS;
  }

  /** The message behind one of this length. */
  static long next(long cursor, int length) {
    long number = number(cursor) + 1 & NUMBERS;
    long cell = cell(cursor) + Layout.cells(length) & CELLS;
    return number << CELL_BITS | cell;
  }

  /** How many messages lie from one to another. */
  static long messages(long from, long to) {
    return number(to) - number(from) & NUMBERS;
  }

  /** How many cells lie from one to another. */
  static long cells(long from, long to) {
    return cell(to) - cell(from) & CELLS;
  }

  /** Whether a message lies before another, rather than behind or at it. */
  static boolean isBefore(long cursor, long other) {
    long ahead = messages(cursor, other);
    return ahead > 0 && ahead <= NUMBERS / 2;
  }
}
