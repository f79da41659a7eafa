package org.ipctck.spi;

/**
 * What an open end can hold with no receive under way. In bytes, the number of accepted messages of
 * L bytes lies between {@code atLeast / (L + overheadPerMessage)} and {@code atMost / max(L, 1)}.
 *
 * @param unit messages, bytes or unbounded
 * @param atLeast what fits in any case
 * @param atMost what never is exceeded; {@link Long#MAX_VALUE} when unbounded
 * @param overheadPerMessage bytes that each message takes beside its own; 0 when counted in
 *     messages
 */
public record Capacity(Unit unit, long atLeast, long atMost, int overheadPerMessage) {

  /** What is counted. */
  public enum Unit {
    MESSAGES,
    BYTES,
    UNBOUNDED
  }

  /** Exactly so many messages, whatever their size. */
  public static Capacity messages(long exactly) {
    return new Capacity(Unit.MESSAGES, exactly, exactly, 0);
  }

  /** No limit but memory. */
  public static Capacity unbounded() {
    return new Capacity(Unit.UNBOUNDED, Long.MAX_VALUE, Long.MAX_VALUE, 0);
  }

  /** The least number of messages of {@code bytes} bytes that must be accepted. */
  public long fewest(int bytes) {
    return unit == Unit.BYTES ? atLeast / ((long) bytes + overheadPerMessage) : atLeast;
  }

  /** The greatest number of messages of {@code bytes} bytes that may be accepted. */
  public long most(int bytes) {
    return unit == Unit.BYTES ? atMost / Math.max(bytes, 1) : atMost;
  }
}
