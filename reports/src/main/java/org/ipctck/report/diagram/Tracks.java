package org.ipctck.report.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Sets operations that overlap on one lane beside each other. */
final class Tracks {
  static final int WIDTH = 16;

  private final Map<HistoryEntry, Integer> tracks = new IdentityHashMap<>();
  private final Map<String, List<Long>> ends = new HashMap<>();

  Tracks(List<HistoryEntry> history) {
    history.stream().filter(e -> !e.fault()).forEach(this::place);
  }

  private void place(HistoryEntry entry) {
    List<Long> busyUntil = ends.computeIfAbsent(entry.lane(), lane -> new ArrayList<>());
    long start = entry.start().orElse(Long.MAX_VALUE);
    int track = 0;
    while (track < busyUntil.size() && busyUntil.get(track) > start) {
      track++;
    }
    if (track == busyUntil.size()) {
      busyUntil.add(0L);
    }
    busyUntil.set(track, entry.end().orElse(Long.MAX_VALUE));
    tracks.put(entry, track);
  }

  /** How far an operation stands to the right of its lane. */
  int offset(HistoryEntry entry) {
    return tracks.getOrDefault(entry, 0) * WIDTH;
  }

  /** How far the operations of a lane reach to its right. */
  int reach(String lane) {
    return (Math.max(1, ends.getOrDefault(lane, List.of()).size()) - 1) * WIDTH;
  }
}
