package org.ipctck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All that the page shows, worked out from the results; the templates only lay it out. */
public record Page(
    Results results,
    Assets assets,
    Headline headline,
    List<Strip> strips,
    List<Level> levels,
    List<Verdict> columns,
    Effort effort,
    List<Fact> facts,
    List<Card> cards,
    Matrix matrix,
    List<FailurePage> failures) {

  /** A row of the table by level and verdict. */
  public record Level(String name, Tally tally) {}

  /** Something to know before trusting the verdict. */
  public record Fact(String name, String text) {}

  static Page of(Results results) {
    List<Level> levels = levels(results);
    return new Page(
        results,
        Assets.load(),
        Headline.of(results),
        results.subjects().stream().map(Strip::of).toList(),
        levels,
        Tally.columns(levels.stream().map(Level::tally).toList()),
        Effort.of(results.subjects()),
        facts(results),
        Card.of(results),
        Matrix.of(results),
        FailurePage.of(results));
  }

  /** The floor of a check at the depth of this run. */
  public String floor(Results.Check check) {
    return Floor.of(check.kind(), results.run().depth());
  }

  /** The tally of what a subject must keep. */
  public Tally must(Results.Subject subject) {
    return Tally.ofMust(subject);
  }

  /** What was done to one subject. */
  public Effort effort(Results.Subject subject) {
    return Effort.of(List.of(subject));
  }

  /** The subject that the tables speak of. */
  public String whose() {
    List<Results.Subject> subjects = results.subjects();
    return subjects.size() == 1
        ? subjects.getFirst().name()
        : "All " + subjects.size() + " subjects";
  }

  /** How many cards there are of each verdict, in words. */
  public String open() {
    return Phrases.and(
        cards.stream()
            .map(Card::verdict)
            .distinct()
            .map(
                v ->
                    cards.stream().filter(c -> c.verdict() == v).count()
                        + " "
                        + v.phrase().toLowerCase(java.util.Locale.ROOT))
            .toList());
  }

  private static List<Level> levels(Results results) {
    var levels = new ArrayList<Level>();
    requirements(results)
        .map(Results.Requirement::level)
        .distinct()
        .forEach(
            level ->
                levels.add(
                    new Level(
                        level,
                        Tally.of(requirements(results).filter(r -> r.level().equals(level))))));
    levels.add(new Level("all", Tally.of(requirements(results))));
    return levels;
  }

  private static Stream<Results.Requirement> requirements(Results results) {
    return results.subjects().stream().flatMap(s -> s.requirements().stream());
  }

  private static List<Fact> facts(Results results) {
    Results.Run run = results.run();
    Results.Kit kit = results.kit();
    Results.Host host = run.host();
    return List.of(
        new Fact("Kit", kit.version() + ", requirements " + kit.requirements()),
        new Fact(
            "Host",
            String.format(
                Locale.ROOT,
                "%s %s, %s, JDK %s",
                host.os(),
                host.kernel(),
                Phrases.count(host.cpus(), "processor"),
                host.jdk())),
        new Fact("Stalls", stalls(host)),
        new Fact("Means", means(run)),
        new Fact("Depth", depth(run.depth())),
        new Fact("Seed", Long.toString(run.seed())),
        new Fact("Begun", run.started()));
  }

  private static String stalls(Results.Host host) {
    Results.Stalls stalls = host.stalls();
    String longest =
        stalls.count() == 0
            ? "none"
            : stalls.count() + ", the longest " + stalls.longestMs() + " ms";
    return longest + "; calibration " + host.calibration();
  }

  private static String means(Results.Run run) {
    var texts = new ArrayList<String>();
    run.means()
        .forEach(
            (name, m) -> {
              String why = m.reason().isEmpty() ? "" : " (" + m.reason() + ")";
              texts.add((m.present() ? "" : "no ") + name + why);
            });
    return String.join(", ", texts);
  }

  private static String depth(String depth) {
    return depth
        + ": at least "
        + Floor.of("traffic", depth)
        + ", or faults: "
        + Floor.of("fault", depth);
  }
}
