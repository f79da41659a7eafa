package org.ipctck.stage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Chooses which channels a family is to have: those needed now, and such as were needed before. */
final class Assortment {
  /** How many of each at the most. */
  private static final int OF_EACH = 8;

  /** Each channel costs the parent some four descriptors, of which some have 1,024. */
  private static final int MOST = 80;

  private static final int MOST_ONCE = 12;

  /** A user without privilege may have 64 MiB in pipes, whose size is up to 4 times this. */
  private static final long MOST_BYTES = 3 << 20;

  /** More processes would take longer to start than the scenarios that need them. */
  private static final int MOST_PROCESSES = 3;

  private final SequencedSet<Demand.Limits> limits = new LinkedHashSet<>();
  private final SequencedSet<Demand.Layout> layouts = new LinkedHashSet<>();

  Assortment() {
    // What scenarios are drawn with most, the rarest first.
    limits.addAll(
        List.of(
            new Demand.Limits(16, 4_096),
            new Demand.Limits(1, 65_536),
            new Demand.Limits(4, 65_536),
            new Demand.Limits(1, 4_096),
            new Demand.Limits(4, 4_096)));
  }

  /**
   * A family to start.
   *
   * @param processes how many it has
   * @param shapes of its channels
   */
  record Choice(int processes, List<Demand.Shape> shapes) {}

  /** What to start for a demand, which is remembered; a family that is struck plays once. */
  Choice of(Demand demand, boolean once) {
    for (Demand.Shape shape : demand.channels().values()) {
      limits.addFirst(shape.limits());
      layouts.addFirst(shape.layout());
    }
    List<Demand.Shape> shapes = new ArrayList<>(demand.channels().values());
    int processes = once ? demand.processes() : Math.max(demand.processes(), usual());
    long bytes = shapes.stream().mapToLong(Assortment::bytes).sum();
    for (Demand.Shape shape : wished(demand, once)) {
      boolean room = shapes.size() < (once ? MOST_ONCE : MOST);
      if (room && shape.lastProcess() < processes && bytes + bytes(shape) <= MOST_BYTES) {
        shapes.add(shape);
        bytes += bytes(shape);
      }
    }
    return new Choice(processes, shapes);
  }

  private int usual() {
    return Math.min(
        MOST_PROCESSES, 1 + layouts.stream().mapToInt(Demand.Layout::lastProcess).max().orElse(0));
  }

  private List<Demand.Shape> wished(Demand demand, boolean once) {
    List<Demand.Shape> wished = new ArrayList<>(demand.channels().values());
    for (int i = 0; i < OF_EACH; i++) {
      for (Demand.Layout layout : layouts) {
        limits.forEach(limit -> wished.add(new Demand.Shape(limit, layout)));
      }
      wished.addAll(once ? List.of() : demand.channels().values());
    }
    return wished;
  }

  private static long bytes(Demand.Shape shape) {
    return (long) Math.max(1, shape.limits().capacity()) * shape.limits().maxBytes();
  }
}
