package org.ipctck.runner;

import java.util.Arrays;
import java.util.List;
import org.ipctck.requirement.Need;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.record.Listing;
import org.ipctck.runner.subject.Reference;
import org.ipctck.suite.Judgement;

/** What {@code list} can name. */
final class Listings {
  private Listings() {}

  static Listing requirements(List<Requirement> all) {
    List<List<Object>> rows = all.stream().map(Listings::row).toList();
    return new Listing(
        List.of(
            "id",
            "level",
            "state",
            "title",
            "family",
            "needs",
            "means",
            "rule",
            "planned",
            "untestable",
            "intent",
            "owns"),
        4,
        rows);
  }

  private static List<Object> row(Requirement each) {
    return List.of(
        each.id(),
        each.level().name(),
        ListCommand.state(each),
        each.title(),
        each.family(),
        each.needs().stream().map(Need::toString).toList(),
        each.means(),
        each.rule(),
        each.planned(),
        each.untestable(),
        each.intent(),
        each.owns());
  }

  static Listing transports() {
    List<List<Object>> rows =
        Arrays.stream(Reference.values())
            .map(
                each ->
                    List.<Object>of(
                        each.subject(),
                        each.withinRuntime() ? "thread" : "jvm",
                        each.description()))
            .toList();
    return new Listing(List.of("name", "hosting", "description"), 3, rows);
  }

  static Listing faults() {
    return new Listing(
        List.of("name", "means", "description"),
        3,
        List.of(
            List.of("SIGKILL", "nothing", "the process is killed"),
            List.of("SIGSTOP", "nothing", "the process is stopped, then goes on"),
            List.of("SIGTERM", "nothing", "the process is asked to end"),
            List.of("ABANDON", "nothing", "a task ends without closing its end")));
  }

  static Listing checks() {
    List<List<Object>> rows =
        Judgement.checks().stream()
            .map(each -> List.<Object>of(each.requirement(), each.kind().word(), each.name()))
            .toList();
    return new Listing(List.of("requirement", "kind", "name"), 3, rows);
  }
}
