package org.ipctck.report.diagram;

import java.util.List;

/** Gives every channel of a history a pattern of dashes, the first a solid line. */
final class Dashes {
  private static final List<String> PATTERNS = List.of("none", "6 4", "2 3", "10 3 2 3", "12 5");

  private final List<String> channels;

  Dashes(List<HistoryEntry> history) {
    this.channels =
        history.stream()
            .filter(e -> !e.fault())
            .map(HistoryEntry::channel)
            .filter(c -> !c.isEmpty())
            .distinct()
            .toList();
  }

  String of(String channel) {
    return PATTERNS.get(Math.max(0, channels.indexOf(channel)) % PATTERNS.size());
  }

  List<Diagram.Line> lines() {
    return channels.stream().map(c -> new Diagram.Line(c, of(c))).toList();
  }
}
