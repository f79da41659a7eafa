package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Keeps the few violations with the largest margins; words are made for those alone. */
final class Surest {
  /** Enough for a report to show; a broken transport yields thousands. */
  private static final int KEPT = 10;

  private record Candidate(long margin, Supplier<Violation> violation) {}

  private final List<Candidate> candidates = new ArrayList<>();

  void add(long margin, Supplier<Violation> violation) {
    if (candidates.size() < KEPT) {
      candidates.add(new Candidate(margin, violation));
    } else if (margin > candidates.getLast().margin()) {
      candidates.set(KEPT - 1, new Candidate(margin, violation));
    } else {
      return;
    }
    candidates.sort(Comparator.comparingLong(Candidate::margin).reversed());
  }

  void addAll(Surest others) {
    others.candidates.forEach(other -> add(other.margin(), other.violation()));
  }

  boolean isEmpty() {
    return candidates.isEmpty();
  }

  Finding finding() {
    return Finding.broken(
        candidates.stream().map(candidate -> candidate.violation().get()).toList());
  }

  /** Half of a gap between two stamps that must not overlap: the error under which it closes. */
  static long margin(long earlier, long later) {
    return (later - earlier - 1) / 2;
  }
}
