package org.ipctck.peer;

/** How an operation came out; records of the shared log hold the ordinal. */
enum Outcome {
  PENDING("pending"),
  DONE("done"),
  ACCEPTED("accepted"),
  REFUSED("refused"),
  UNKNOWN("unknown"),
  MESSAGE("message"),
  NOTHING("nothing"),
  LOST("lost"),
  END("end"),
  BROKEN("broken"),
  INTERRUPTED("interrupted"),
  UNTYPED("untyped");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** The word of the protocol. */
  String word() {
    return word;
  }
}
