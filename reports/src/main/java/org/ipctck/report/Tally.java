package org.ipctck.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many requirements there are of each verdict. */
public record Tally(Map<Verdict, Long> counts) {
  static Tally of(Stream<Results.Requirement> requirements) {
    var counts = new EnumMap<Verdict, Long>(Verdict.class);
    requirements.forEach(r -> counts.merge(r.verdict(), 1L, Long::sum));
    return new Tally(counts);
  }

  static Tally ofMust(Results.Subject subject) {
    return of(subject.requirements().stream().filter(r -> r.level().equals("MUST")));
  }

  /** The number of one verdict. */
  public long of(Verdict verdict) {
    return counts.getOrDefault(verdict, 0L);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Those that apply to the subject. */
  public long applying() {
    return total() - of(Verdict.NOT_APPLICABLE);
  }

  public long kept() {
    return of(Verdict.PASSED) + of(Verdict.UNEXPECTED_PASS);
  }

  public long broken() {
    return of(Verdict.FAILED) + of(Verdict.KNOWN_FAILURE);
  }

  /** The verdicts that a table over several tallies needs columns for. */
  static List<Verdict> columns(List<Tally> tallies) {
    var always = List.of(Verdict.PASSED, Verdict.FAILED, Verdict.INCONCLUSIVE, Verdict.UNTESTED);
    var order =
        Stream.of(
            Verdict.PASSED,
            Verdict.FAILED,
            Verdict.KNOWN_FAILURE,
            Verdict.COULD_NOT_RUN,
            Verdict.DEVIATION,
            Verdict.INCONCLUSIVE,
            Verdict.UNEXPECTED_PASS,
            Verdict.UNTESTED,
            Verdict.NOT_APPLICABLE);
    return order
        .filter(v -> always.contains(v) || tallies.stream().anyMatch(t -> t.of(v) > 0))
        .toList();
  }
}
