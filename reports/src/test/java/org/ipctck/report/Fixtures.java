package org.ipctck.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Results to render: two recorded files, and small ones made up on the spot. */
final class Fixtures {
  private Fixtures() {}

  static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(Fixtures.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Four subjects, nothing failed. */
  static Results green() throws IOException {
    return ResultsFile.read(file("green.json"));
  }

  /** Every verdict, four failures, one subject that could not run. */
  static Results failing() throws IOException {
    return ResultsFile.read(file("failing.json"));
  }

  /** The frame of the green results around other subjects. */
  static Results with(Results.Subject... subjects) throws IOException {
    Results green = green();
    return new Results(green.schema(), green.kit(), green.run(), List.of(subjects));
  }

  /** A subject with one requirement for each verdict. */
  static Results.Subject subject(String text, String level, Verdict... verdicts)
      throws IOException {
    var requirements =
        java.util.Arrays.stream(verdicts).map(v -> requirement(text, level, v)).toList();
    Results.Subject s = green().subjects().getFirst();
    return new Results.Subject(
        text, text, text, s.hosting(), s.profile(), s.verdict(), text, requirements);
  }

  private static Results.Requirement requirement(String text, String level, Verdict verdict) {
    return new Results.Requirement(
        verdict.name(),
        text,
        level,
        text,
        text,
        text,
        verdict,
        text,
        List.of(check(text, verdict)));
  }

  private static Results.Check check(String text, Verdict verdict) {
    return new Results.Check(
        text,
        "fault",
        verdict,
        1_200,
        1_100,
        20,
        new Results.Faults(7, 5, Map.of(text, 5L)),
        Optional.of(new Results.Sweep(9, 8)),
        1_500,
        text,
        verdict == Verdict.FAILED ? Optional.of(failure(text)) : Optional.empty());
  }

  private static Results.Failure failure(String text) {
    var entry = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    List.of("lane", "process", "channel", "what", "message", "outcome", "detail")
        .forEach(key -> entry.put(key, text));
    entry.put("start", "1000").put("end", "").put("violation", true);
    return new Results.Failure(
        text,
        Optional.of(new Results.LetThenBut(text, text, text)),
        text,
        text,
        text,
        new Results.Reproduced(10, 9),
        Optional.of(new Results.Shrunk(40, 2, 12)),
        entry,
        List.of(entry),
        List.of(new Results.Neighbour(text, text)),
        text);
  }
}
