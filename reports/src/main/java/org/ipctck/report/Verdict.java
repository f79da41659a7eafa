package org.ipctck.report;

/** The verdict of a check and of a requirement, with the icon and tone it is drawn in. */
public enum Verdict {
  PASSED("p", "p", "pass", "Passed"),
  FAILED("f", "f", "fail", "Failed"),
  DEVIATION("d", "d", "deviation", "Deviation"),
  INCONCLUSIVE("i", "i", "inconclusive", "Inconclusive"),
  NOT_APPLICABLE("n", "n", "na", "Not applicable"),
  UNTESTED("u", "u", "untested", "Untested"),
  KNOWN_FAILURE("k", "f", "known", "Known failure"),
  UNEXPECTED_PASS("x", "d", "unexpected", "Unexpected pass"),
  COULD_NOT_RUN("c", "f", "norun", "Could not run");

  private final String icon;
  private final String tone;
  private final String token;
  private final String phrase;

  Verdict(String icon, String tone, String token, String phrase) {
    this.icon = icon;
    this.tone = tone;
    this.token = token;
    this.phrase = phrase;
  }

  /** The id of its icon in the page. */
  public String icon() {
    return icon;
  }

  /** The class of its colours in the page. */
  public String tone() {
    return tone;
  }

  /** Its word in the filter: {@code status:fail}. */
  public String token() {
    return token;
  }

  /** Its word in a sentence. */
  public String phrase() {
    return phrase;
  }

  /** Its word in capitals. */
  public String word() {
    return name().replace('_', ' ');
  }

  /** Its word where there is little room. */
  public String heading() {
    return switch (this) {
      case INCONCLUSIVE -> "INCONCL.";
      case NOT_APPLICABLE -> "N/A";
      case KNOWN_FAILURE -> "KNOWN";
      case UNEXPECTED_PASS -> "UNEXP.";
      case COULD_NOT_RUN -> "NO\u00A0RUN";
      case PASSED, FAILED, DEVIATION, UNTESTED -> word();
    };
  }

  /** Whether somebody has to look at it. */
  public boolean open() {
    return switch (this) {
      case PASSED, NOT_APPLICABLE, UNTESTED -> false;
      case FAILED, DEVIATION, INCONCLUSIVE, KNOWN_FAILURE, UNEXPECTED_PASS, COULD_NOT_RUN -> true;
    };
  }
}
