package org.ipctck.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that was read; a key whose value is null counts as absent. */
final class JsonObject {
  private final Map<String, Object> values = new HashMap<>();

  void put(String key, Object value) {
    values.put(key, value);
  }

  void remove(String key) {
    values.remove(key);
  }

  Iterable<String> keys() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key) {
    return as(String.class, key, values.get(key));
  }

  String text(String key, String fallback) {
    return has(key) ? text(key) : fallback;
  }

  int integer(String key) {
    return asInteger(key, values.get(key));
  }

  int integer(String key, int fallback) {
    return has(key) ? integer(key) : fallback;
  }

  boolean flag(String key) {
    return has(key) && as(Boolean.class, key, values.get(key));
  }

  JsonObject object(String key) {
    return as(JsonObject.class, key, values.get(key));
  }

  List<?> list(String key) {
    return has(key) ? as(List.class, key, values.get(key)) : List.of();
  }

  /** An array of small numbers. */
  int[] integers(String key) {
    List<?> list = list(key);
    int[] numbers = new int[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = asInteger(key, list.get(i));
    }
    return numbers;
  }

  /** An object whose values are all texts. */
  Map<String, String> texts(String key) {
    Map<String, String> texts = new HashMap<>();
    if (has(key)) {
      JsonObject object = object(key);
      for (String name : object.keys()) {
        texts.put(name, object.text(name));
      }
    }
    return texts;
  }

  static int asInteger(String key, @Nullable Object value) {
    long number = as(Long.class, key, value);
    if (number != (int) number) {
      throw new JsonException("the number is too large: key=" + key + " value=" + number);
    }
    return (int) number;
  }

  static <T> T as(Class<T> type, String key, @Nullable Object value) {
    if (!type.isInstance(value)) {
      throw new JsonException(
          "the key is missing or of another type: key=" + key + " type=" + type.getSimpleName());
    }
    return type.cast(value);
  }
}
