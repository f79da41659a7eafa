package org.ipctck.history;

/** The id of a message, packed into a long: channel (8 bits), sender (16), sequence (40). */
public final class MessageId {
  /** Stands where there is no message, or where its id could not be read. */
  public static final long NONE = -1;

  private MessageId() {}

  /** Packs an id. */
  public static long of(int channel, int sender, long sequence) {
    return ((long) channel << 56) | ((long) sender << 40) | sequence;
  }

  /** The number of the channel. */
  public static int channel(long id) {
    return (int) (id >>> 56);
  }

  /** The number of the sender on its channel. */
  public static int sender(long id) {
    return (int) (id >>> 40) & 0xffff;
  }

  /** The place among the messages of its sender on its channel, from 0. */
  public static long sequence(long id) {
    return id & 0xff_ffff_ffffL;
  }

  /** The id as people read it, such as {@code c1:s2#17}. */
  public static String text(long id) {
    return id == NONE ? "?" : "c" + channel(id) + ":s" + sender(id) + "#" + sequence(id);
  }
}
