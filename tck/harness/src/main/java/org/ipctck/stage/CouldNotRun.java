package org.ipctck.stage;

/** The subject or its adapter cannot be judged; the message is one sentence that names the mend. */
public final class CouldNotRun extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean lacking;

  /** Says what is wrong, and what mends it. */
  public CouldNotRun(String sentence) {
    this(sentence, false);
  }

  private CouldNotRun(String sentence, boolean lacking) {
    super(sentence);
    this.lacking = lacking;
  }

  /**
   * This machine lacks what a scenario needs, which is neither the subject's fault nor its doing.
   */
  static CouldNotRun lacks(String sentence) {
    return new CouldNotRun(sentence, true);
  }

  /** Whether it was this machine that could not play. */
  public boolean lacking() {
    return lacking;
  }

  /** Says what is wrong, what mends it, and what made it so. */
  public CouldNotRun(String sentence, Throwable cause) {
    super(sentence, cause);
    lacking = false;
  }
}
