package org.ipctck.peer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A line of the protocol while it is written: one JSON object of at most 4,096 bytes with its LF.
 */
final class Line {
  /** The longest line that a peer may write, LF included. */
  static final int LONGEST = 4096;

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[256];
  private int size;
  private boolean comma;

  Line() {
    add('{');
  }

  Line key(String key) {
    separate();
    string(key, LONGEST);
    add(':');
    comma = false;
    return this;
  }

  Line text(String value) {
    return cut(value, LONGEST);
  }

  /** A text of which at most so many bytes are written. */
  Line cut(String value, int most) {
    separate();
    string(value, most);
    return this;
  }

  Line number(long value) {
    separate();
    ascii(Long.toString(value));
    return this;
  }

  /** A number that may pass 2^53: as a decimal string. */
  Line decimal(long value) {
    separate();
    add('"');
    ascii(Long.toString(value));
    add('"');
    return this;
  }

  Line flag(boolean value) {
    separate();
    ascii(value ? "true" : "false");
    return this;
  }

  Line open(char bracket) {
    separate();
    add(bracket);
    comma = false;
    return this;
  }

  Line close(char bracket) {
    add(bracket);
    comma = true;
    return this;
  }

  /** Ends the object and the line; nothing may follow. */
  Line end() {
    add('}');
    add('\n');
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  private void separate() {
    if (comma) {
      add(',');
    }
    comma = true;
  }

  private void string(String value, int most) {
    add('"');
    int stop = (int) Math.min((long) size + most, Integer.MAX_VALUE);
    for (int i = 0; i < value.length() && size < stop; i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        add('\\');
        add(c);
      } else if (c >= ' ' && c < 127) {
        add(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        escape(c);
        escape(value.charAt(++i));
      } else {
        escape(Character.isSurrogate(c) ? '\uFFFD' : c);
      }
    }
    add('"');
  }

  private void escape(char c) {
    add('\\');
    add('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      add((char) HEX[c >> shift & 15]);
    }
  }

  private void ascii(String value) {
    for (int i = 0; i < value.length(); i++) {
      add(value.charAt(i));
    }
  }

  private void add(char c) {
    if (size == bytes.length) {
      if (size == LONGEST) {
        throw new JsonException("the answer is longer than a line: bytes=" + LONGEST);
      }
      bytes = Arrays.copyOf(bytes, Math.min(LONGEST, size * 2));
    }
    bytes[size++] = (byte) c;
  }
}
