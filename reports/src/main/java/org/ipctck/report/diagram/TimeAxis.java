package org.ipctck.report.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Time from top to bottom, warped: every moment at which something happens gets a row, however
 * close to the one before, and a long stretch in which nothing happens is cut down to a wave.
 */
final class TimeAxis {
  private static final int TOP = 100;
  private static final int ROW = 24;
  private static final int GAP = 46;
  private static final int LONG = 10;

  private final SortedMap<Long, Integer> rows = new TreeMap<>();
  private final List<Integer> waves = new ArrayList<>();
  private final int bottom;

  /** Lay out the moments, leaving the given room below some of them. */
  TimeAxis(SortedSet<Long> moments, Map<Long, Integer> roomBelow) {
    long usual = usualStep(moments);
    int y = TOP;
    long previous = 0;
    for (long moment : moments) {
      if (!rows.isEmpty()) {
        int room = roomBelow.getOrDefault(previous, 0);
        boolean cut = usual > 0 && (moment - previous) / LONG > usual;
        if (cut) {
          waves.add(y + room + GAP / 2);
        }
        y += room + (cut ? GAP : ROW);
      }
      rows.put(moment, y);
      previous = moment;
    }
    bottom = y + roomBelow.getOrDefault(previous, 0) + ROW;
  }

  private static long usualStep(SortedSet<Long> moments) {
    List<Long> steps = new ArrayList<>();
    List<Long> times = List.copyOf(moments);
    for (int i = 1; i < times.size(); i++) {
      steps.add(times.get(i) - times.get(i - 1));
    }
    return steps.isEmpty() ? 0 : steps.stream().sorted().toList().get(steps.size() / 2);
  }

  int y(long moment) {
    return rows.getOrDefault(moment, TOP);
  }

  SortedMap<Long, Integer> rows() {
    return rows;
  }

  List<Integer> waves() {
    return waves;
  }

  int last() {
    return rows.isEmpty() ? TOP : y(rows.lastKey());
  }

  int bottom() {
    return bottom;
  }
}
