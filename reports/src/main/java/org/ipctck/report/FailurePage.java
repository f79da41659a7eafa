package org.ipctck.report;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.report.diagram.Story;

/** Everything about one counterexample, in the seven parts that every failure has. */
public record FailurePage(
    String anchor,
    Results.Subject subject,
    Results.Requirement requirement,
    Results.Check check,
    Results.Failure failure,
    Story story,
    String replay,
    List<Other> others,
    List<Other> unaffected) {
  private static final int UNAFFECTED = 8;

  /** Another requirement of the same subject, and where it is. */
  public record Other(String id, String href, String verdict) {}

  static List<FailurePage> of(Results results) {
    var pages = new ArrayList<FailurePage>();
    for (Results.Subject s : results.subjects()) {
      for (Results.Requirement r : s.requirements()) {
        for (Results.Check c : r.checks()) {
          c.failure().ifPresent(f -> pages.add(of(results, s, r, c, f)));
        }
      }
    }
    return pages;
  }

  private static FailurePage of(
      Results results,
      Results.Subject s,
      Results.Requirement r,
      Results.Check c,
      Results.Failure f) {
    return new FailurePage(
        Evidence.anchor(s.name(), r.id(), c),
        s,
        r,
        c,
        f,
        Story.of(f.history()),
        f.replay().isEmpty() ? "" : replay(results.run(), f.replay()),
        others(s, r, true),
        others(s, r, false).stream().limit(UNAFFECTED).toList());
  }

  private static String replay(Results.Run run, String file) {
    return launcher(run.command()) + " replay " + run.folder() + file;
  }

  /** The program as it was called for the run. */
  private static String launcher(String command) {
    int run = command.indexOf(" run");
    return run > 0 ? command.substring(0, run) : "ipc-tck";
  }

  private static List<Other> others(Results.Subject s, Results.Requirement own, boolean broken) {
    return s.requirements().stream()
        .filter(r -> !r.id().equals(own.id()))
        .filter(r -> broken ? r.verdict().open() : related(r, own))
        .map(r -> new Other(r.id(), Evidence.href(s, r), r.verdict().word()))
        .toList();
  }

  private static boolean related(Results.Requirement r, Results.Requirement own) {
    return r.verdict() == Verdict.PASSED && r.family().equals(own.family());
  }

  /** The scenario as indented JSON. */
  public String scenario() {
    return ResultsFile.json(failure.scenario()).strip();
  }

  /** The history as it was recorded, one entry a line. */
  public String history() {
    return String.join("\n", failure.history().stream().map(Object::toString).toList());
  }

  /** Whether there is a scenario to show. */
  public boolean hasScenario() {
    return !failure.scenario().isEmpty();
  }
}
