package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PeerLinesTests {
  private static PeerLines read(String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    PeerLines lines =
        new PeerLines(new ByteArrayInputStream(bytes), line -> {}, misuse -> {}, () -> {});
    lines.run();
    return lines;
  }

  @Test
  void aLineWithoutItsEndIsQuoted() {
    assertEquals(Optional.of("\"{\"b\":1\""), read("{\"re\":1}\n{\"b\":1").unfinished(0));
    assertEquals(Optional.empty(), read("{\"b\":1").unfinished(Long.MAX_VALUE));
  }

  @Test
  void wholeLinesLeaveNothing() {
    assertEquals(Optional.empty(), read("{\"re\":1}\n{\"re\":2}\n").unfinished(0));
  }
}
