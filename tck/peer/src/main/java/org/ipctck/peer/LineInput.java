package org.ipctck.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of at most 64 KiB; a longer one is skipped to its end and reported. */
final class LineInput {
  /** The longest line that the kit writes, LF included. */
  static final int LONGEST = 65_536;

  private final InputStream stream;
  private final byte[] buffer = new byte[8192];
  private int at;
  private int end;

  LineInput(InputStream stream) {
    this.stream = stream;
  }

  /**
   * The next line without its LF; null at the end of the stream, where half a line is dropped.
   *
   * @throws JsonException when the line was too long
   */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean tooLong = false;
    while (at < end || fill()) {
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      tooLong |= line.size() + at - start >= LONGEST;
      if (!tooLong) {
        line.write(buffer, start, at - start);
      }
      if (at < end) {
        at++;
        if (tooLong) {
          throw new JsonException("the line is too long: most=" + LONGEST);
        }
        return line.toString(StandardCharsets.UTF_8);
      }
    }
    return null;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, stream.read(buffer));
    return end > 0;
  }
}
