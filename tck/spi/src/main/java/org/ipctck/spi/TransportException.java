package org.ipctck.spi;

/** A typed failure to open or close an end. */
public final class TransportException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * Says what failed.
   *
   * @param detail the rule first, then name=value pairs, then the mend, in lower case
   */
  public TransportException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** Says what failed and what made it fail. */
  public TransportException(Reason reason, String detail, Throwable cause) {
    super(detail, cause);
    this.reason = reason;
  }

  /** Why, in the vocabulary of typed errors. */
  public Reason reason() {
    return reason;
  }
}
