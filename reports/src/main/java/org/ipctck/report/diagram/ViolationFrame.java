package org.ipctck.report.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The box that says where a history breaks its rule, and what about it is wrong. */
final class ViolationFrame {
  private static final int LINE = 18;
  private static final int PADDING = 12;
  private static final int OVERHANG = 20;
  private static final int INDENT = 40;
  private static final double GLYPH = 6.6;

  private final HistoryEntry entry;
  private final List<String> lines;
  private final int width;

  ViolationFrame(HistoryEntry entry, int laneStep) {
    this.entry = entry;
    this.width = laneStep - 18;
    int letters = (int) ((width - INDENT - PADDING) / GLYPH);
    var text = new ArrayList<>(wrap(title(entry), letters));
    text.addAll(wrap(entry.detail(), letters));
    this.lines = List.copyOf(text);
  }

  private static String title(HistoryEntry entry) {
    if (entry.end().isEmpty() && !entry.fault()) {
      return entry.lane() + " is still inside " + entry.call();
    }
    String outcome = entry.outcome().isEmpty() ? "" : ": " + entry.outcome();
    return entry.lane() + ", " + entry.call() + outcome;
  }

  private static List<String> wrap(String text, int letters) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ")
          .append(word.length() > letters ? word.substring(0, letters - 1) + "…" : word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  HistoryEntry entry() {
    return entry;
  }

  /** The moment that it hangs below: the end of the operation, or of everything. */
  long moment(long last) {
    return entry.fault() ? entry.start().orElse(last) : orElse(entry.end(), last);
  }

  private static long orElse(OptionalLong value, long other) {
    return value.orElse(other);
  }

  int height() {
    return lines.size() * LINE + PADDING;
  }

  /** Room to keep free below its moment. */
  int room() {
    return height() + LINE;
  }

  Diagram.Frame at(int laneX, int y, boolean toTheLeft) {
    int left = toTheLeft ? laneX + OVERHANG - width : laneX - OVERHANG;
    int textX = toTheLeft ? left + PADDING : laneX + OVERHANG;
    var notes = new ArrayList<Diagram.Note>();
    for (int i = 0; i < lines.size(); i++) {
      notes.add(new Diagram.Note(textX, y + (i + 1) * LINE + 1, false, lines.get(i)));
    }
    return new Diagram.Frame(entry.step(), left, y, width, height(), notes);
  }
}
