package org.ipctck.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Something that somebody has to look at: a verdict, one sentence, and where the evidence is. */
public record Card(
    String key,
    Verdict verdict,
    String id,
    String level,
    String subject,
    String title,
    String text,
    Optional<Results.Reproduced> reproduced,
    String href) {
  private static final List<Verdict> BY_WEIGHT =
      List.of(
          Verdict.FAILED,
          Verdict.COULD_NOT_RUN,
          Verdict.KNOWN_FAILURE,
          Verdict.DEVIATION,
          Verdict.INCONCLUSIVE,
          Verdict.UNEXPECTED_PASS);

  static List<Card> of(Results results) {
    var cards = new ArrayList<Card>();
    for (Results.Subject s : results.subjects()) {
      if (s.verdict() == Conformance.COULD_NOT_RUN) {
        cards.add(notRun(s));
      } else {
        s.requirements().stream().filter(r -> r.verdict().open()).forEach(r -> cards.add(of(s, r)));
      }
    }
    cards.sort(Comparator.comparingInt(c -> BY_WEIGHT.indexOf(c.verdict())));
    return cards;
  }

  private static Card notRun(Results.Subject s) {
    String title = s.name() + " could not be judged";
    String key = Phrases.slug("card." + s.name());
    return new Card(
        key, Verdict.COULD_NOT_RUN, "", "", s.name(), title, s.sentence(), Optional.empty(), "");
  }

  private static Card of(Results.Subject s, Results.Requirement r) {
    return new Card(
        Phrases.slug("card." + s.name() + "." + r.id()),
        r.verdict(),
        r.id(),
        r.level(),
        s.name(),
        r.title(),
        Evidence.why(r),
        Evidence.broken(r).flatMap(Results.Check::failure).map(Results.Failure::reproduced),
        Evidence.href(s, r));
  }
}
