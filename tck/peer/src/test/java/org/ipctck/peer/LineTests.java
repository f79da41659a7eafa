package org.ipctck.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineTests {

  @Test
  void whatIsWrittenIsReadAgain() {
    String text = "quote \" backslash \\ line\n ß 😀 \u0000 \u007f";
    Line line = new Line().key("a").text(text).key("b").open('[').number(-1);
    line.decimal(Long.MIN_VALUE).close(']').key("c").flag(false).key("d").open('{').close('}');
    JsonObject read = JsonReader.object(text(line));
    assertEquals(text, read.text("a"));
    assertEquals("[-1, -9223372036854775808]", read.list("b").toString());
  }

  @Test
  void aLineHoldsExactlyItsLimit() {
    String room = "x".repeat(Line.LONGEST - "{\"a\":\"\"}\n".length());
    assertEquals(Line.LONGEST, new Line().key("a").text(room).end().size());
    assertThrows(JsonException.class, () -> new Line().key("a").text(room + "x").end());
  }

  @Test
  void wordsAreCutAndStayWhole() {
    String cut = JsonReader.object(text(new Line().key("a").cut("😀".repeat(1000), 100))).text("a");
    assertTrue(cut.length() < 100 && !cut.isEmpty());
    assertEquals("😀".repeat(cut.length() / 2), cut);
    assertEquals("\uFFFD", JsonReader.object(text(new Line().key("a").text("\ud83d"))).text("a"));
  }

  @Test
  void aLineThatIsTooLongIsReportedAndSkipped() throws IOException {
    byte[] bytes =
        ("{}\n" + "x".repeat(LineInput.LONGEST) + "\n{\"a\":1}\nhalf")
            .getBytes(StandardCharsets.UTF_8);
    LineInput input = new LineInput(new ByteArrayInputStream(bytes));
    assertEquals("{}", input.next());
    assertThrows(JsonException.class, input::next);
    assertEquals("{\"a\":1}", input.next());
    assertEquals(null, input.next());
  }

  private static String text(Line line) {
    Line whole = line.end();
    return new String(whole.bytes(), 0, whole.size(), StandardCharsets.UTF_8);
  }
}
