package org.ipctck.runner.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of things that people read and programs parse.
 *
 * @param columns the keys; those that people see come first
 * @param shown how many columns people see
 * @param rows a value for each column; a list of words is an array in JSON
 */
public record Listing(List<String> columns, int shown, List<List<Object>> rows) {

  public Listing {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A line a row, the columns under one another. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (List<Object> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < shown; column++) {
        String cell = cell(row.get(column));
        line.append(cell).append(" ".repeat(width(column) - cell.length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> cell(row.get(column)).length()).max().orElse(0);
  }

  private static String cell(Object value) {
    return switch (value) {
      case List<?> words -> String.join(", ", words.stream().map(String::valueOf).toList());
      case Boolean yes -> yes ? "yes" : "no";
      default -> value.toString();
    };
  }

  /** An array of objects. */
  public String json() {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (List<Object> row : rows) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int column = 0; column < columns.size(); column++) {
        object.put(columns.get(column), row.get(column));
      }
      objects.add(object);
    }
    return Json.text(objects);
  }
}
