package org.ipctck.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was done to reach a verdict: tries, messages, and the faults by kind. */
public record Effort(
    long tries, long decisive, long messages, long armed, long landed, Map<String, Long> kinds) {

  static Effort of(Stream<Results.Check> checks) {
    List<Results.Check> all = checks.toList();
    var kinds = new TreeMap<String, Long>();
    all.forEach(c -> c.faults().kinds().forEach((kind, n) -> kinds.merge(kind, n, Long::sum)));
    return new Effort(
        all.stream().mapToLong(Results.Check::tries).sum(),
        all.stream().mapToLong(Results.Check::decisive).sum(),
        all.stream().mapToLong(Results.Check::messages).sum(),
        all.stream().mapToLong(c -> c.faults().armed()).sum(),
        all.stream().mapToLong(c -> c.faults().landed()).sum(),
        kinds);
  }

  static Effort of(List<Results.Subject> subjects) {
    return of(
        subjects.stream()
            .flatMap(s -> s.requirements().stream())
            .flatMap(r -> r.checks().stream()));
  }

  /** The effort in one line: {@code 20 tries, 1,335 messages, 12 faults landed}. */
  public String line() {
    var line = new StringBuilder(Phrases.number(tries)).append(tries == 1 ? " try" : " tries");
    line.append(
        decisive == tries ? ", all decisive" : ", " + Phrases.number(decisive) + " decisive");
    if (messages > 0) {
      line.append(", ").append(Phrases.count(messages, "message"));
    }
    if (armed > 0) {
      line.append(", ").append(Phrases.count(landed, "fault")).append(" landed");
    }
    return line.toString();
  }
}
