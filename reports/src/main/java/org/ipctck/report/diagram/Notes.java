package org.ipctck.report.diagram;

import java.util.HashSet;
import java.util.Set;

/** Places texts beside the lanes: to the left of the first, to the right of all others. */
final class Notes {
  private static final int ROOM = 14;
  private static final int BASELINE = 4;
  private static final int ASIDE = 18;

  private record Spot(int x, boolean before, int y) {}

  private final Set<Spot> taken = new HashSet<>();

  /** Put a text beside a lane at a height, or below what stands there already. */
  Diagram.Note put(int x, boolean before, int y, String text) {
    int free = y;
    while (isTaken(x, before, free)) {
      free++;
    }
    taken.add(new Spot(x, before, free));
    return new Diagram.Note(before ? x - ASIDE : x + ASIDE, free + BASELINE, before, text);
  }

  private boolean isTaken(int x, boolean before, int y) {
    return taken.stream()
        .anyMatch(s -> s.x() == x && s.before() == before && Math.abs(s.y() - y) < ROOM);
  }
}
