package org.ipctck.benchmark.traffic;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The other side of a lap: answers what is to be answered. Arguments: mechanism, directory. */
public final class Echo {
  private Echo() {}

  /** Answers for each size until its end. */
  public static void main(String[] arguments) throws Exception {
    run(arguments[0], Path.of(arguments[1]));
  }

  static void run(String mechanism, Path directory) throws Exception {
    for (int size : Conversation.SIZES) {
      ByteBuffer answer = ByteBuffer.allocateDirect(size);
      try (Conversation near = Conversation.open(mechanism, directory, size, false)) {
        for (int first = near.receive(); first >= 0; first = near.receive()) {
          if (first == 1) {
            near.send(answer);
          }
        }
      }
    }
  }
}
