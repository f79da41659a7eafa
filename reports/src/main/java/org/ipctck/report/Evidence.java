package org.ipctck.report;

import java.util.Optional;

/** Where in the page the evidence of a verdict stands, and the shortest words for it. */
final class Evidence {
  private Evidence() {}

  /** The fragment of a check's failure page. */
  static String anchor(String subject, String requirement, Results.Check check) {
    return Phrases.slug(requirement + "." + subject + "." + check.name());
  }

  /** A link to the failure of a requirement, or to its row where there is none. */
  static String href(Results.Subject s, Results.Requirement r) {
    return "#" + broken(r).map(c -> anchor(s.name(), r.id(), c)).orElse(Phrases.slug(r.id()));
  }

  /** The first check with a counterexample. */
  static Optional<Results.Check> broken(Results.Requirement r) {
    return r.checks().stream().filter(c -> c.failure().isPresent()).findFirst();
  }

  /** Why the verdict is what it is: the counterexample's sentence, or the reason. */
  static String why(Results.Requirement r) {
    return broken(r)
        .flatMap(Results.Check::failure)
        .map(Results.Failure::sentence)
        .or(
            () ->
                r.checks().stream()
                    .map(Results.Check::reason)
                    .filter(t -> !t.isEmpty())
                    .findFirst())
        .filter(t -> r.reason().isEmpty() || broken(r).isPresent())
        .orElse(r.reason());
  }
}
