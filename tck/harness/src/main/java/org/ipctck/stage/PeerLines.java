package org.ipctck.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the standard output of a peer, whatever it writes, without growing. */
final class PeerLines implements Runnable {
  /** The longest line of a peer, in bytes. */
  static final int LONGEST = 4096;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final InputStream stream;
  private final Consumer<JsonNode> lines;
  private final Consumer<String> misuse;
  private final Runnable ended;
  private final byte[] line = new byte[LONGEST];
  private int length;
  private boolean cut;

  /** When the line began that is not whole yet; 0 while there is none. */
  private volatile long unfinishedSince;

  PeerLines(InputStream stream, Consumer<JsonNode> lines, Consumer<String> misuse, Runnable ended) {
    this.stream = stream;
    this.lines = lines;
    this.misuse = misuse;
    this.ended = ended;
  }

  @Override
  public void run() {
    byte[] block = new byte[16 * 1024];
    try (stream) {
      for (int n = stream.read(block); n >= 0; n = stream.read(block)) {
        for (int i = 0; i < n; i++) {
          take(block[i]);
        }
        unfinished();
      }
    } catch (IOException gone) {
      // A killed process leaves its pipe like this; half a line is nobody's line.
    } finally {
      ended.run();
    }
  }

  private void unfinished() {
    long since = unfinishedSince;
    unfinishedSince = length == 0 ? 0 : since == 0 ? System.nanoTime() : since;
  }

  /**
   * What was written of a line that has been without its end for so long. A line comes with one
   * write, which a pipe does not divide, so a process that is stopped or slow leaves none behind.
   */
  Optional<String> unfinished(long nanos) {
    long since = unfinishedSince;
    return since != 0 && System.nanoTime() - since > nanos
        ? Optional.of(quote(new String(line, 0, length, StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  private void take(byte b) {
    if (b == '\n') {
      line();
      length = 0;
      cut = false;
    } else if (length < LONGEST) {
      line[length++] = b;
    } else {
      cut = true;
    }
  }

  private void line() {
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    if (cut) {
      misuse.accept("a line of over " + LONGEST + " bytes that begins " + quote(text));
      return;
    }
    try {
      JsonNode node = JSON.readTree(text);
      if (node == null || !node.isObject()) {
        misuse.accept("a line that is no JSON object: " + quote(text));
      } else {
        lines.accept(node);
      }
    } catch (JsonProcessingException notJson) {
      misuse.accept("a line that is no JSON object: " + quote(text));
    }
  }

  private static String quote(String text) {
    return '"' + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + '"';
  }
}
