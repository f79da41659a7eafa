package org.ipctck.reference.sharedmemory;

/** The descriptor of a message, in one word: {@code state:2 slot:8 epoch:16 length:21 lap:17}. */
public final class Word {
  /** Received, or never used: its lap is over. */
  public static final int TAKEN = 0;

  /** A sender is at work on it. */
  public static final int CLAIMED = 1;

  /** It may be received. */
  public static final int COMMITTED = 2;

  /** It was given up. */
  public static final int SKIPPED = 3;

  private static final int LAP_BITS = 17;
  private static final int LENGTH_BITS = 21;
  private static final int EPOCH_BITS = 16;
  private static final int LENGTH = LAP_BITS;
  private static final int EPOCH = LENGTH + LENGTH_BITS;
  private static final int SLOT = EPOCH + EPOCH_BITS;
  private static final int STATE = SLOT + 8;

  private Word() {}

  static long claimed(int slot, int epoch, int length, int lap) {
    return (long) CLAIMED << STATE
        | (long) slot << SLOT
        | (epoch & mask(EPOCH_BITS)) << EPOCH
        | (long) length << LENGTH
        | lap;
  }

  /** The same with another state. */
  public static long with(long word, int state) {
    return word & mask(STATE) | (long) state << STATE;
  }

  /** The same with another slot. */
  static long ownedBy(long word, int slot) {
    return word & ~(0xffL << SLOT) | (long) slot << SLOT;
  }

  /** What has become of the message. */
  public static int state(long word) {
    return (int) (word >>> STATE);
  }

  static int slot(long word) {
    return (int) (word >>> SLOT) & 0xff;
  }

  static int epoch(long word) {
    return (int) (word >>> EPOCH & mask(EPOCH_BITS));
  }

  static boolean isOfEpoch(long word, int epoch) {
    return epoch(word) == (epoch & mask(EPOCH_BITS));
  }

  static int length(long word) {
    return (int) (word >>> LENGTH & mask(LENGTH_BITS));
  }

  static int lap(long word) {
    return (int) (word & mask(LAP_BITS));
  }

  /** The lap of a message, of its 17 bits. */
  static int lap(long number, int descriptors) {
    return (int) (number / descriptors & mask(LAP_BITS));
  }

  /** The lap before. */
  static int before(int lap) {
    return (int) (lap - 1 & mask(LAP_BITS));
  }

  private static long mask(int bits) {
    return (1L << bits) - 1;
  }
}
