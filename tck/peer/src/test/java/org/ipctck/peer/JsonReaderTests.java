package org.ipctck.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTests {

  @Test
  void everyKindOfValueIsRead() {
    JsonObject object =
        JsonReader.object(
            " {\"a\" : -12 , \"b\":[1,2],\"c\":{\"x\":\"y\"},\"d\":true,\"e\":null,\"f\":1.5e3}\r");
    assertEquals(-12, object.integer("a"));
    assertArrayEquals(new int[] {1, 2}, object.integers("b"));
    assertEquals(Map.of("x", "y"), object.texts("c"));
    assertTrue(object.flag("d"));
    assertFalse(object.has("e"));
    assertEquals(1, object.integer("missing", 1));
    assertEquals(List.of(), object.list("missing"));
  }

  @Test
  void escapesAndOtherAlphabetsAreRead() {
    JsonObject object =
        JsonReader.object("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00 ß\"}");
    assertEquals("\"\\/\b\f\n\r\té😀 ß", object.text("a"));
  }

  @Test
  void theLastOfTwoEqualKeysStands() {
    assertFalse(JsonReader.object("{\"a\":1,\"a\":null}").has("a"));
    assertEquals(2, JsonReader.object("{\"a\":1,\"a\":2}").integer("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[]",
        "1",
        "null",
        "{}x",
        "{}{}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":-}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":1e}",
        "{\"a\":nul}",
        "{\"a\":[1,]}",
        "{\"a\":[null]}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\\",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\n\t\"}",
        "{\"a\":99999999999999999999}",
        "{\"a\":NaN}",
        "{\"a\":\"",
      })
  void whatIsNoObjectIsRefused(String text) {
    assertThrows(JsonException.class, () -> JsonReader.object(text));
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    String deep = "{\"a\":" + "[".repeat(60_000);
    assertThrows(JsonException.class, () -> JsonReader.object(deep));
  }

  @Test
  void noGarbageGivesAnythingButAnObjectOrARefusal() {
    Random random = new Random(20261122);
    String alphabet = "{}[]\",:\\u0123eE+-.tfn rals";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder("{");
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        JsonReader.object(text.toString()).keys();
      } catch (JsonException refused) {
        assertTrue(String.valueOf(refused.getMessage()).startsWith("not a JSON object"));
      }
    }
  }

  @Test
  void wrongTypesAndNumbersThatAreTooLargeAreNamed() {
    JsonObject object = JsonReader.object("{\"a\":\"1\",\"b\":3000000000,\"c\":1.0}");
    assertThrows(JsonException.class, () -> object.integer("a"));
    assertThrows(JsonException.class, () -> object.integer("b"));
    assertThrows(JsonException.class, () -> object.integer("c"));
    assertThrows(JsonException.class, () -> object.flag("a"));
    JsonException missing = assertThrows(JsonException.class, () -> object.text("end"));
    assertTrue(String.valueOf(missing.getMessage()).contains("key=end"));
  }
}
