package org.ipctck.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The last 64 KiB of what a peer writes to its standard error, drained all the time. */
final class Tail {
  private static final int KEPT = 64 * 1024;

  private final byte[] ring = new byte[KEPT];
  private long total;

  private Tail() {}

  static Tail of(InputStream stream, String name) {
    Tail tail = new Tail();
    Thread.ofPlatform().daemon().name("stderr-" + name).start(() -> tail.drain(stream));
    return tail;
  }

  private void drain(InputStream stream) {
    byte[] block = new byte[8192];
    try (stream) {
      for (int n = stream.read(block); n >= 0; n = stream.read(block)) {
        keep(block, n);
      }
    } catch (IOException ended) {
      // The process is gone, and with it the rest of its words.
    }
  }

  private synchronized void keep(byte[] block, int n) {
    for (int i = 0; i < n; i++) {
      ring[(int) ((total + i) % KEPT)] = block[i];
    }
    total += n;
  }

  /** How many bytes came altogether. */
  synchronized long total() {
    return total;
  }

  /** The last of it. */
  synchronized String text() {
    int length = (int) Math.min(total, KEPT);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = ring[(int) ((total - length + i) % KEPT)];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The last lines of it, on one line. */
  String brief() {
    String text = text().strip();
    String last = text.substring(Math.max(0, text.length() - 400));
    return last.replaceAll("\\s*\\n\\s*", " | ");
  }
}
