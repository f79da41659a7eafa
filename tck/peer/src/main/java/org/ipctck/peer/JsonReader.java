package org.ipctck.peer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object (RFC 8259) from a text, strictly, with bounded depth. */
final class JsonReader {
  private static final int DEEPEST = 32;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** Reads the one object that the text holds. */
  static JsonObject object(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.blanks();
    if (reader.at != text.length()) {
      throw reader.wrong("something follows the object");
    }
    return value instanceof JsonObject object ? object : fail(reader.wrong("not an object"));
  }

  private static JsonObject fail(JsonException wrong) {
    throw wrong;
  }

  private @Nullable Object value() {
    blanks();
    char first = peek();
    switch (first) {
      case '{':
        return members();
      case '[':
        return elements();
      case '"':
        return string();
      case 't':
        return word("true", Boolean.TRUE);
      case 'f':
        return word("false", Boolean.FALSE);
      case 'n':
        return word("null", null);
      default:
        return number();
    }
  }

  private JsonObject members() {
    enter();
    JsonObject object = new JsonObject();
    blanks();
    if (!skip('}')) {
      do {
        blanks();
        String key = string();
        blanks();
        need(':');
        Object value = value();
        if (value == null) {
          object.remove(key);
        } else {
          object.put(key, value);
        }
        blanks();
      } while (skip(','));
      need('}');
    }
    depth--;
    return object;
  }

  private List<Object> elements() {
    enter();
    List<Object> list = new ArrayList<>();
    blanks();
    if (!skip(']')) {
      do {
        Object value = value();
        if (value == null) {
          throw wrong("null in an array");
        }
        list.add(value);
        blanks();
      } while (skip(','));
      need(']');
    }
    depth--;
    return list;
  }

  private void enter() {
    at++;
    if (++depth > DEEPEST) {
      throw wrong("nested too deep");
    }
  }

  private String string() {
    need('"');
    int start = at;
    while (peek() != '"' && peek() != '\\' && peek() >= ' ') {
      at++;
    }
    if (peek() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder built = new StringBuilder().append(text, start, at);
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw wrong("a control character in a string");
      }
      built.append(c == '\\' ? escaped() : c);
    }
    at++;
    return built.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return c;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        return hex();
      default:
        throw wrong("an unknown escape");
    }
  }

  private char hex() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw wrong("four hexadecimal digits must follow");
      }
      code = code << 4 | digit;
      at++;
    }
    return (char) code;
  }

  private Object number() {
    int start = at;
    boolean whole = true;
    skip('-');
    int digits = at;
    digits();
    if (text.charAt(digits) == '0' && at > digits + 1) {
      throw wrong("a number begins with 0");
    }
    if (skip('.')) {
      whole = false;
      digits();
    }
    if (skip('e') || skip('E')) {
      whole = false;
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    String number = text.substring(start, at);
    try {
      return whole ? (Object) Long.valueOf(number) : (Object) Double.valueOf(number);
    } catch (NumberFormatException e) {
      throw wrong("the number is too large");
    }
  }

  private void digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw wrong("a value must stand here");
    }
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong("a value must stand here");
    }
    at += word.length();
    return value;
  }

  private void blanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        return;
      }
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("the line ends too early");
    }
    return text.charAt(at);
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void need(char c) {
    if (!skip(c)) {
      throw wrong("another character must stand here: character=" + c);
    }
  }

  private JsonException wrong(String rule) {
    return new JsonException("not a JSON object: " + rule + ": position=" + at);
  }
}
