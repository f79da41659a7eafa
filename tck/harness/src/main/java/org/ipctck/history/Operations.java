package org.ipctck.history;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipctck.spi.Reason;

/**
 * All operations of a history, one row each, kept in columns so that rules stay near-linear over
 * millions. Rows of one end stand in the order in which it performed them.
 */
public final class Operations {
  /** The finish of an operation that never returned. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final Kind[] KINDS = Kind.values();
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Reason[] REASONS = Reason.values();
  private static final Content[] CONTENTS = Content.values();

  private int size;
  private long[] begins;
  private long[] finishes;
  private long[] messages;
  private int[] bytes;
  private short[] ends;
  private byte[] kinds;
  private byte[] outcomes;
  private byte[] reasons;
  private byte[] contents;

  /** Room for so many rows at first; it grows. */
  public Operations(int expected) {
    int room = Math.max(expected, 16);
    begins = new long[room];
    finishes = new long[room];
    messages = new long[room];
    bytes = new int[room];
    ends = new short[room];
    kinds = new byte[room];
    outcomes = new byte[room];
    reasons = new byte[room];
    contents = new byte[room];
  }

  /** Adds a row. */
  @SuppressWarnings("TooManyParameters")
  public void add(
      int end,
      Kind kind,
      long begin,
      long finish,
      Outcome outcome,
      Reason reason,
      long message,
      int length,
      Content content) {
    if (size == begins.length) {
      grow();
    }
    begins[size] = begin;
    finishes[size] = finish;
    messages[size] = message;
    bytes[size] = length;
    ends[size] = (short) end;
    kinds[size] = (byte) kind.ordinal();
    outcomes[size] = (byte) outcome.ordinal();
    reasons[size] = (byte) reason.ordinal();
    contents[size] = (byte) content.ordinal();
    size++;
  }

  private void grow() {
    int room = size * 2;
    begins = Arrays.copyOf(begins, room);
    finishes = Arrays.copyOf(finishes, room);
    messages = Arrays.copyOf(messages, room);
    bytes = Arrays.copyOf(bytes, room);
    ends = Arrays.copyOf(ends, room);
    kinds = Arrays.copyOf(kinds, room);
    outcomes = Arrays.copyOf(outcomes, room);
    reasons = Arrays.copyOf(reasons, room);
    contents = Arrays.copyOf(contents, room);
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** The stamp before the operation of a row, in nanoseconds. */
  public long begin(int row) {
    return begins[row];
  }

  /** The stamp after the operation of a row, {@link #NEVER} when it never returned. */
  public long finish(int row) {
    return finishes[row];
  }

  /** The id of the message of a row. */
  public long message(int row) {
    return messages[row];
  }

  /** The length of the message of a row, in bytes. */
  public int bytes(int row) {
    return bytes[row];
  }

  /** The index of the end of a row. */
  public int end(int row) {
    return ends[row];
  }

  /** What the operation of a row is. */
  public Kind kind(int row) {
    return KINDS[kinds[row]];
  }

  /** How the operation of a row came out. */
  public Outcome outcome(int row) {
    return OUTCOMES[outcomes[row]];
  }

  /** Why the operation of a row came out so. */
  public Reason reason(int row) {
    return REASONS[reasons[row]];
  }

  /** What the received message of a row held. */
  public Content content(int row) {
    return CONTENTS[contents[row]];
  }

  /** A row as a record. */
  public Operation row(int row) {
    return new Operation(
        row,
        end(row),
        kind(row),
        begin(row),
        finish(row),
        outcome(row),
        reason(row),
        message(row),
        bytes(row),
        content(row));
  }

  /** All rows as records; for small histories and for people. */
  public Stream<Operation> rows() {
    return IntStream.range(0, size).mapToObj(this::row);
  }
}
