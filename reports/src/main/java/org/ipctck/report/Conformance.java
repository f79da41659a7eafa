package org.ipctck.report;

/** What is said of a subject as a whole, worst first. */
public enum Conformance {
  NOT_CONFORMANT("Not conformant", Verdict.FAILED),
  COULD_NOT_RUN("Could not run", Verdict.COULD_NOT_RUN),
  UNDECIDED("Undecided", Verdict.INCONCLUSIVE),
  CONFORMANT("Conformant", Verdict.PASSED);

  private final String phrase;
  private final Verdict look;

  Conformance(String phrase, Verdict look) {
    this.phrase = phrase;
    this.look = look;
  }

  /** The verdict as a sentence begins with it. */
  public String phrase() {
    return phrase;
  }

  /** The verdict in capitals, as it stands in a table. */
  public String word() {
    return name().replace('_', ' ');
  }

  /** The verdict of a requirement whose colour and icon this one shares. */
  public Verdict look() {
    return look;
  }
}
