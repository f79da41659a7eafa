package org.ipctck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A subject at a glance: one mark a requirement, grouped by family. */
public record Strip(String subject, Conformance verdict, List<Group> groups) {
  private static final int STEP = 8;

  /** The marks of one family, how many are kept, and how many apply. */
  public record Group(String family, List<Mark> marks, long kept, long applying) {
    /** The width of the drawing. */
    public int width() {
      return marks.size() * STEP - 3;
    }
  }

  /** A mark whose shape is a verdict. */
  public record Mark(Verdict verdict, int x) {
    /** Its outline, on a ground of 28 units. */
    public String path() {
      return switch (verdict) {
        case PASSED, UNEXPECTED_PASS -> String.format(Locale.ROOT, "M%d 8h5v20h-5z", x);
        case FAILED -> String.format(Locale.ROOT, "M%d 0h5v28h-5z", x);
        case KNOWN_FAILURE, COULD_NOT_RUN -> String.format(Locale.ROOT, "M%d.5 .5h4v27h-4z", x);
        case DEVIATION -> String.format(Locale.ROOT, "M%d 28l2.5-24 2.5 24z", x);
        case INCONCLUSIVE, UNTESTED -> String.format(Locale.ROOT, "M%d.5 8.5h4v19h-4z", x);
        case NOT_APPLICABLE -> String.format(Locale.ROOT, "M%d 26h5v2h-5z", x);
      };
    }
  }

  static Strip of(Results.Subject subject) {
    Map<String, List<Results.Requirement>> families = new LinkedHashMap<>();
    subject
        .requirements()
        .forEach(r -> families.computeIfAbsent(r.family(), f -> new ArrayList<>()).add(r));
    return new Strip(
        subject.name(),
        subject.verdict(),
        families.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList());
  }

  private static Group group(String family, List<Results.Requirement> requirements) {
    var marks = new ArrayList<Mark>();
    requirements.forEach(r -> marks.add(new Mark(r.verdict(), marks.size() * STEP)));
    Tally tally = Tally.of(requirements.stream());
    return new Group(Phrases.family(family), marks, tally.kept(), tally.applying());
  }
}
