package org.ipctck.suite;

/** How often plays took too long in a judgement: nobody waits for the same again and again. */
final class Slowness {
  private static final int MOST_IN_A_CHECK = 3;

  /** So often altogether, and each further check waits for it once. */
  private static final int KNOWN = 3;

  /** So often altogether, and nothing more is played. */
  private static final int MOST = 16;

  private int seen;
  private String last = "";

  /** Notes one more, in words. */
  void note(String words) {
    seen++;
    last = words;
  }

  /** How many of them a check may meet from now on. */
  int mostInACheck() {
    return seen >= KNOWN ? 1 : MOST_IN_A_CHECK;
  }

  /** Why nothing more is played; empty while something is. */
  String over() {
    return seen >= MOST ? seen + " plays took too long, at last since " + last : "";
  }
}
