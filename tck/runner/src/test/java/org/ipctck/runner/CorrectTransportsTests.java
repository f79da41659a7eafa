package org.ipctck.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipctck.requirement.Verdict;
import org.ipctck.runner.judge.StagePlayer;
import org.ipctck.runner.subject.Candidate;
import org.ipctck.runner.subject.Distribution;
import org.ipctck.runner.subject.Reference;
import org.ipctck.stage.Stage;
import org.ipctck.stage.StageOptions;
import org.ipctck.suite.CheckResult;
import org.ipctck.suite.Depth;
import org.ipctck.suite.Judgement;
import org.ipctck.suite.Listener;
import org.ipctck.suite.Plan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The small correct transports keep whatever is asked of them, at a tenth of the evidence. */
class CorrectTransportsTests {
  private static final double SHARE = 0.1;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyOneKeepsWhatItPromises() {
    return Stream.of(Reference.values())
        .filter(each -> each.module().equals("correct"))
        .map(each -> DynamicTest.dynamicTest(each.subject(), () -> judge(each)));
  }

  private void judge(Reference reference) throws Exception {
    Distribution distribution =
        new Distribution(EndToEndTests.distribution(folder.resolve(reference.subject())));
    try (Stage stage =
        Stage.open(
            Candidate.of(reference).subject(distribution),
            Path.of(System.getProperty("java.io.tmpdir")),
            StageOptions.usual().withSpares(1))) {
      Plan plan = Plan.of(Depth.QUICK, 1).selfTest(check -> SHARE);
      List<CheckResult> results = Judgement.judge(new StagePlayer(stage), plan, new Listener() {});
      assertEquals(List.of(), with(results, Verdict.FAILED));
      assertEquals(List.of(), with(results, Verdict.COULD_NOT_RUN));
      assertTrue(with(results, Verdict.PASSED).size() > 20, results::toString);
    }
  }

  private static List<String> with(List<CheckResult> results, Verdict verdict) {
    return results.stream()
        .filter(result -> result.verdict() == verdict)
        .map(result -> result.check().path() + ": " + result.reason())
        .toList();
  }
}
