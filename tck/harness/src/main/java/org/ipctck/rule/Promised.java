package org.ipctck.rule;

/** What is promised where a message comes damaged, in the words of a violation's middle part. */
final class Promised {
  private Promised() {}

  static String of(Observation observation) {
    return switch (observation) {
      case TORN_AT_DEATH -> "m1 is received whole or not at all";
      case NOT_AT_A_BOUNDARY -> "what opens the name after a crash begins at a message boundary";
      case CHANGED_AFTER_SEND -> "changing the buffer after send returned changes nothing";
      case CHANGED_BY_ANOTHER -> "what a receiver does to its buffer is seen by no other";
      case REMAINS -> "m1 has exactly the bytes that were sent, and nothing old";
      case MIXED -> "messages of concurrent senders never mix";
      case SPLIT_OR_MERGED -> "one send is one receive";
      default -> "m1 arrives byte for byte";
    };
  }
}
