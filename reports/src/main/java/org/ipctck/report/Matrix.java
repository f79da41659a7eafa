package org.ipctck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requirements by subject: one row a requirement, one column a subject. */
public record Matrix(List<Results.Subject> subjects, List<Family> families, int size) {

  /** The rows of one family. */
  public record Family(String name, List<Row> rows) {}

  /** A requirement with its cell for every subject. */
  public record Row(String anchor, Results.Requirement requirement, List<Cell> cells) {
    /** Whether anything was played for it. */
    public boolean tried() {
      return cells.stream().anyMatch(c -> c.checks().size() > 0);
    }

    /** What there is to say where nothing was played, each reason once. */
    public List<String> reasons() {
      return cells.stream().map(Cell::tip).distinct().toList();
    }
  }

  /** What one subject made of a requirement. */
  public record Cell(
      String subject, String id, Verdict verdict, String evidence, List<Results.Check> checks) {
    /** Where the counterexample of a check is. */
    public String href(Results.Check check) {
      return "#" + Evidence.anchor(subject, id, check);
    }

    /** The verdict and its evidence in one line. */
    public String tip() {
      return evidence.isEmpty() ? verdict.word() : verdict.word() + ": " + evidence;
    }
  }

  static Matrix of(Results results) {
    Map<String, Results.Requirement> known = new LinkedHashMap<>();
    results.subjects().stream()
        .flatMap(s -> s.requirements().stream())
        .forEach(r -> known.putIfAbsent(r.id(), r));
    Map<String, List<Row>> families = new LinkedHashMap<>();
    for (Results.Requirement r : known.values()) {
      families.computeIfAbsent(r.family(), f -> new ArrayList<>()).add(row(r, results.subjects()));
    }
    return new Matrix(
        results.subjects(),
        families.entrySet().stream().map(e -> new Family(e.getKey(), e.getValue())).toList(),
        known.size());
  }

  private static Row row(Results.Requirement requirement, List<Results.Subject> subjects) {
    return new Row(
        Phrases.slug(requirement.id()),
        requirement,
        subjects.stream().map(s -> cell(s, requirement.id())).toList());
  }

  private static Cell cell(Results.Subject subject, String id) {
    Optional<Results.Requirement> found =
        subject.requirements().stream().filter(r -> r.id().equals(id)).findFirst();
    return found
        .map(r -> cell(subject, r))
        .orElseGet(
            () ->
                new Cell(subject.name(), id, Verdict.NOT_APPLICABLE, "not in this run", List.of()));
  }

  private static Cell cell(Results.Subject s, Results.Requirement r) {
    String played = r.checks().isEmpty() ? "" : Effort.of(r.checks().stream()).line();
    boolean plain = r.verdict() == Verdict.PASSED || r.verdict() == Verdict.FAILED;
    String evidence = plain && !played.isEmpty() ? played + beside(r) : Evidence.why(r);
    return new Cell(s.name(), r.id(), r.verdict(), evidence, r.checks());
  }

  /** What a pass does not cover. */
  private static String beside(Results.Requirement r) {
    return r.verdict() == Verdict.PASSED && !r.reason().isEmpty() ? "; " + r.reason() : "";
  }
}
