package org.ipctck.runner.exit;

import java.util.List;

/** What ends a command early: an exit code and a sentence with its mend. */
public final class CannotGoOn extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode code;

  /** With a code and a sentence for people. */
  public CannotGoOn(ExitCode code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** Wrong usage. */
  public static CannotGoOn usage(String sentence) {
    return new CannotGoOn(ExitCode.USAGE, sentence);
  }

  /** A name that nobody knows, with those that are near. */
  public static CannotGoOn unknown(String what, String word, List<String> known, String mend) {
    List<String> near = Near.of(word, known);
    String hint = near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
    return usage("no such " + what + ": " + word + hint + (hint.isEmpty() ? "; " : " ") + mend);
  }

  /** How the command ends. */
  public ExitCode code() {
    return code;
  }
}
