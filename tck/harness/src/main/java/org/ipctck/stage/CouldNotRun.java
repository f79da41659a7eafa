package org.ipctck.stage;

/** The subject or its adapter cannot be judged; the message is one sentence that names the mend. */
public final class CouldNotRun extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, and what mends it. */
  public CouldNotRun(String sentence) {
    super(sentence);
  }

  /** Says what is wrong, what mends it, and what made it so. */
  public CouldNotRun(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
