package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keeps the few violations with the largest margins; words are made for those alone. */
final class Surest {
  /** Enough of one kind for a report to show; a broken transport yields thousands. */
  private static final int KEPT = 8;

  private static final Comparator<Candidate> SUREST_FIRST =
      Comparator.comparingLong(Candidate::margin).reversed();

  private record Candidate(long margin, Supplier<Violation> violation) {}

  private final Map<Observation, List<Candidate>> candidates = new EnumMap<>(Observation.class);

  /** Adds one; {@code like} may be another observation of the same family while it is not known. */
  void add(Observation like, long margin, Supplier<Violation> violation) {
    List<Candidate> kept = candidates.computeIfAbsent(like, any -> new ArrayList<>());
    if (kept.size() == KEPT) {
      if (margin <= kept.getLast().margin()) {
        return;
      }
      kept.removeLast();
    }
    kept.add(new Candidate(margin, violation));
    kept.sort(SUREST_FIRST);
  }

  void addAll(Surest others) {
    others.candidates.forEach(
        (like, kept) -> kept.forEach(other -> add(like, other.margin(), other.violation())));
  }

  boolean isEmpty() {
    return candidates.isEmpty();
  }

  /** What was found, or, when that is nothing, why nothing could be. */
  Finding finding(String undecided) {
    if (isEmpty()) {
      return undecided.isEmpty() ? Finding.kept() : Finding.undecided(undecided);
    }
    Stream<Candidate> all = candidates.values().stream().flatMap(List::stream);
    return Finding.broken(
        all.sorted(SUREST_FIRST).map(candidate -> candidate.violation().get()).toList());
  }

  Finding finding() {
    return finding("");
  }

  /** Half of a gap between two stamps that must not overlap: the error under which it closes. */
  static long margin(long earlier, long later) {
    return (later - earlier - 1) / 2;
  }
}
