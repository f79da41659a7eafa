package org.ipctck.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The verdict in words that fit the top of a page.
 *
 * @param rest the headline after the verdict itself
 * @param broken the requirements that are named at once, and where their evidence is
 * @param sum what became of the requirements that must be kept, over several subjects
 * @param said the sentence that was recorded for each subject
 */
public record Headline(
    Conformance verdict,
    String who,
    String rest,
    List<Lead> broken,
    String more,
    String sum,
    List<Said> said) {
  private static final int NAMED = 3;

  /** A broken requirement, named in the first paragraph. */
  public record Lead(String id, String href, String text) {}

  /** What the run said of a subject. */
  public record Said(String subject, Conformance verdict, String sentence) {}

  static Headline of(Results results) {
    List<Results.Subject> subjects = results.subjects();
    if (subjects.isEmpty()) {
      return new Headline(
          Conformance.COULD_NOT_RUN, "", "nothing was judged.", List.of(), "", "", List.of());
    }
    Conformance worst =
        subjects.stream()
            .map(Results.Subject::verdict)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    List<Lead> broken = broken(subjects);
    int unnamed = Math.max(0, broken.size() - NAMED);
    return new Headline(
        worst,
        who(subjects),
        subjects.size() == 1 ? one(subjects.getFirst()) : many(subjects, worst),
        broken.subList(0, broken.size() - unnamed),
        unnamed == 0 ? "" : Phrases.number(unnamed) + " more below.",
        sum(subjects),
        said(subjects));
  }

  /** The headline as plain text, for the title of the window. */
  public String title() {
    return verdict.word() + ": " + rest;
  }

  private static String who(List<Results.Subject> subjects) {
    if (subjects.size() > 1) {
      return Phrases.and(subjects.stream().map(Results.Subject::name).toList());
    }
    Results.Subject s = subjects.getFirst();
    return named(s) + " · " + s.mechanism() + ", hosted by " + s.hosting();
  }

  private static String named(Results.Subject s) {
    return s.version().isEmpty() ? s.name() : s.name() + " " + s.version();
  }

  private static String one(Results.Subject subject) {
    Tally must = Tally.ofMust(subject);
    String name = named(subject);
    String those =
        must.applying() == 1
            ? "the one requirement that it must keep"
            : "the " + Phrases.number(must.applying()) + " requirements that it must keep";
    return switch (subject.verdict()) {
      case NOT_CONFORMANT ->
          name + " breaks " + Phrases.number(must.broken()) + " of " + those + ".";
      case UNDECIDED -> name + " was seen to break none of " + those + ", but not all is decided.";
      case COULD_NOT_RUN -> name + " was not judged.";
      case CONFORMANT -> name + kept(must, those);
    };
  }

  private static String kept(Tally must, String those) {
    if (must.applying() == 0) {
      return " broke nothing that was tried, and there is nothing that it must keep.";
    }
    return must.kept() == must.applying()
        ? " keeps " + (must.applying() == 1 ? "" : "all ") + those + "."
        : " keeps " + Phrases.number(must.kept()) + " of " + those + " and breaks none.";
  }

  private static String many(List<Results.Subject> subjects, Conformance worst) {
    long of = subjects.stream().filter(s -> s.verdict() == worst).count();
    String some = Phrases.number(of) + " of " + subjects.size() + " subjects ";
    return switch (worst) {
      case NOT_CONFORMANT -> some + (of == 1 ? "breaks" : "break") + " what it must keep.";
      case UNDECIDED -> some + "could not be decided, and none broke a rule.";
      case COULD_NOT_RUN -> some + "could not be judged, and no other broke a rule.";
      case CONFORMANT -> "none of the " + of + " subjects broke what it must keep.";
    };
  }

  private static List<Lead> broken(List<Results.Subject> subjects) {
    var leads = new ArrayList<Lead>();
    for (Results.Subject s : subjects) {
      for (Results.Requirement r : s.requirements()) {
        if (r.verdict() == Verdict.FAILED && r.level().equals("MUST")) {
          String by = subjects.size() > 1 ? " (" + s.name() + ")" : "";
          leads.add(new Lead(r.id() + by, Evidence.href(s, r), Evidence.why(r)));
        }
      }
    }
    return leads;
  }

  /** The subject's name, where its sentence does not begin with it. */
  private static String spoken(Results.Subject s, int subjects) {
    return subjects > 1 && !s.sentence().startsWith(s.name()) ? s.name() : "";
  }

  private static String sum(List<Results.Subject> subjects) {
    if (subjects.size() < 2) {
      return "";
    }
    List<Tally> musts = subjects.stream().map(Tally::ofMust).toList();
    return number(musts, Tally::applying)
        + " times a MUST applies: "
        + number(musts, Tally::kept)
        + " kept, "
        + number(musts, Tally::broken)
        + " broken, "
        + number(musts, t -> t.of(Verdict.INCONCLUSIVE) + t.of(Verdict.COULD_NOT_RUN))
        + " undecided, "
        + number(musts, t -> t.of(Verdict.UNTESTED))
        + " untested.";
  }

  private static String number(List<Tally> tallies, ToLongFunction<Tally> of) {
    return Phrases.number(tallies.stream().mapToLong(of).sum());
  }

  private static List<Said> said(List<Results.Subject> subjects) {
    return subjects.stream()
        .filter(s -> !s.sentence().isEmpty())
        .map(s -> new Said(spoken(s, subjects.size()), s.verdict(), s.sentence()))
        .toList();
  }
}
