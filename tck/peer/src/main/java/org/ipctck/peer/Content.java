package org.ipctck.peer;

/** What a received message held; records of the shared log hold the ordinal. */
enum Content {
  NONE("none"),
  WHOLE("whole"),
  CORRUPT("corrupt"),
  NO_ID("no-id"),
  SHORT("short"),
  EARLIER("earlier");

  private final String word;

  Content(String word) {
    this.word = word;
  }

  /** The word of the protocol. */
  String word() {
    return word;
  }
}
