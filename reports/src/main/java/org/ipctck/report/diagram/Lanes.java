package org.ipctck.report.diagram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The lanes of a history from left to right, in the order of their first appearance. */
final class Lanes {
  private static final int FIRST = 210;
  private static final int WIDE = 290;
  private static final int NARROW = 240;

  private final List<HistoryEntry> history;
  private final List<String> names;

  Lanes(List<HistoryEntry> history) {
    this.history = history;
    this.names = history.stream().map(HistoryEntry::lane).distinct().toList();
  }

  /** The history with a fault of a process set on every lane that the process plays. */
  static List<HistoryEntry> struck(List<HistoryEntry> history) {
    return history.stream().flatMap(e -> struck(e, history)).toList();
  }

  private static Stream<HistoryEntry> struck(HistoryEntry entry, List<HistoryEntry> history) {
    List<String> played =
        history.stream()
            .filter(e -> !e.fault() && e.process().equals(entry.lane()))
            .map(HistoryEntry::lane)
            .distinct()
            .toList();
    boolean process = entry.fault() && !played.isEmpty() && isNoLane(entry.lane(), history);
    return process ? played.stream().map(entry::on) : Stream.of(entry);
  }

  private static boolean isNoLane(String name, List<HistoryEntry> history) {
    return history.stream().noneMatch(e -> !e.fault() && e.lane().equals(name));
  }

  List<String> names() {
    return names;
  }

  int index(String lane) {
    return names.indexOf(lane);
  }

  int x(String lane) {
    return FIRST + index(lane) * step();
  }

  int step() {
    return names.size() > 3 ? NARROW : WIDE;
  }

  int width() {
    return FIRST + (names.size() - 1) * step() + 150;
  }

  boolean first(String lane) {
    return index(lane) == 0;
  }

  boolean last(String lane) {
    return index(lane) == names.size() - 1;
  }

  /** What a lane does, and in which process: {@code sends, p1}. */
  String role(String lane) {
    Set<String> words = new LinkedHashSet<>();
    List<HistoryEntry> own = of(lane).filter(e -> !e.fault()).toList();
    own.forEach(
        e -> {
          if (e.sends()) {
            words.add("sends");
          } else if (e.what().contains("receive")) {
            words.add("receives");
          }
        });
    String role = String.join(" and ", words);
    List<String> parts = new ArrayList<>();
    if (!role.isEmpty()) {
      parts.add(role);
    }
    own.stream()
        .map(HistoryEntry::process)
        .filter(p -> !p.isEmpty())
        .findFirst()
        .ifPresent(parts::add);
    return String.join(", ", parts);
  }

  /** The first fault at or after a moment that ends the lane. */
  Optional<HistoryEntry> death(String lane, long moment) {
    return of(lane)
        .filter(HistoryEntry::kills)
        .filter(e -> e.start().isPresent() && e.start().getAsLong() >= moment)
        .findFirst();
  }

  /** Whether the process of an operation died under it. */
  boolean cutOff(HistoryEntry entry) {
    return entry.end().isEmpty() && death(entry.lane(), entry.start().orElse(0)).isPresent();
  }

  /** The moment after another at which a lane shows life again. */
  OptionalLong revival(HistoryEntry fault) {
    long moment = fault.start().orElse(0);
    return of(fault.lane())
        .filter(e -> fault.stops() ? e.continues() : !e.fault())
        .flatMapToLong(e -> e.start().stream())
        .filter(t -> t > moment)
        .min();
  }

  private Stream<HistoryEntry> of(String lane) {
    return history.stream().filter(e -> e.lane().equals(lane));
  }
}
