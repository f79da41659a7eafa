package org.ipctck.runner.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipctck.report.Results;
import org.ipctck.report.Verdict;
import org.ipctck.requirement.Catalogue;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.exit.ExitCode;
import org.ipctck.runner.machine.Means;
import org.ipctck.runner.screen.Screens;
import org.ipctck.runner.subject.Candidate;
import org.ipctck.runner.subject.Distribution;
import org.ipctck.runner.verdict.KnownFailures;
import org.ipctck.suite.Depth;
import org.junit.jupiter.api.Test;

/** Judging without any process: what is never green. */
class SubjectRunTests {

  private static Judged judge(String... ids) {
    List<Requirement> requirements =
        List.of(ids).stream().map(id -> Catalogue.load().get(id)).toList();
    Task task =
        new Task(
            requirements,
            Depth.QUICK,
            1,
            Optional.empty(),
            false,
            Map.of("tracing", new Means("tracing", false, "not here", "")),
            new Distribution(Path.of("")),
            Path.of("/tmp"));
    return new SubjectRun(
            task,
            Candidate.started("fake"),
            KnownFailures.none(),
            Screens.silent(),
            Interruption.never(),
            new Numbers())
        .judge(new FakePlayer("fake"), Judged.HostNotes.none());
  }

  private static Results.Requirement only(Judged judged) {
    return judged.subject().requirements().getFirst();
  }

  @Test
  void aTryThatBreaksIsNeitherAPassNorAFailure() {
    Judged judged = judge("ORD-1");
    assertEquals(Verdict.COULD_NOT_RUN, only(judged).verdict());
    assertTrue(only(judged).reason().contains("its process died"), only(judged)::reason);
    assertEquals(ExitCode.COULD_NOT_RUN, judged.exit());
  }

  @Test
  void whatTheProfileExemptsIsNotExercised() {
    Judged judged = judge("ORD-11");
    assertEquals(Verdict.NOT_APPLICABLE, only(judged).verdict());
    assertTrue(only(judged).reason().contains("order=queue"), only(judged)::reason);
    assertEquals(ExitCode.NOTHING_EXERCISED, judged.exit());
  }

  @Test
  void whatIsPlannedIsUntestedAndSaysSo() {
    Requirement planned =
        Catalogue.load().all().stream()
            .filter(each -> !each.planned().isEmpty() && each.needs().isEmpty())
            .findFirst()
            .orElseThrow();
    Judged judged = judge(planned.id());
    assertEquals(Verdict.UNTESTED, only(judged).verdict());
    assertTrue(only(judged).reason().startsWith("planned: "), only(judged)::reason);
    assertEquals(ExitCode.NOTHING_EXERCISED, judged.exit());
  }
}
