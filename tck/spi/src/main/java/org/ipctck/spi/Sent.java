package org.ipctck.spi;

/**
 * What became of a message that was sent.
 *
 * @param fate accepted, refused or unknown
 * @param reason why it was not accepted, {@link Reason#NONE} if it was
 * @param detail words for people: the limit, the errno, the mend
 */
public record Sent(Fate fate, Reason reason, String detail) {

  /** Who answers for the message from now on. */
  public enum Fate {
    /** The transport does. */
    ACCEPTED,
    /** Nobody: no receiver will ever see it. */
    REFUSED,
    /** It cannot be known: it is received once or never. */
    UNKNOWN
  }

  private static final Sent ACCEPTED = new Sent(Fate.ACCEPTED, Reason.NONE, "");

  /** The transport answers for the message. */
  public static Sent accepted() {
    return ACCEPTED;
  }

  /** No receiver will ever see the message. */
  public static Sent refused(Reason reason, String detail) {
    return new Sent(Fate.REFUSED, reason, detail);
  }

  /** The message is received once or never. */
  public static Sent unknown(Reason reason, String detail) {
    return new Sent(Fate.UNKNOWN, reason, detail);
  }
}
