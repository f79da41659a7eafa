package org.ipctck.runner.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipctck.report.Results;
import org.ipctck.report.Verdict;
import org.ipctck.suite.CheckResult;
import org.ipctck.suite.Failure;

/** A check as {@code results.json} tells of it. */
public final class CheckRecord {
  private CheckRecord() {}

  /** With the file that plays its failure again, below the folder of the reports. */
  public static Results.Check of(CheckResult result, String replay) {
    return new Results.Check(
        result.name(),
        result.kind().word(),
        Verdict.valueOf(result.verdict().name()),
        result.tries(),
        result.decisive(),
        result.messages(),
        new Results.Faults(result.faultsArmed(), result.faultsLanded(), kinds(result)),
        Optional.empty(),
        result.durationMs(),
        result.reason(),
        result.failure().map(failure -> failure(failure, replay)));
  }

  /** The same with another verdict. */
  public static Results.Check with(Results.Check check, Verdict verdict, String reason) {
    return new Results.Check(
        check.name(),
        check.kind(),
        verdict,
        check.tries(),
        check.decisive(),
        check.messages(),
        check.faults(),
        check.sweep(),
        check.durationMs(),
        reason,
        check.failure());
  }

  private static Map<String, Long> kinds(CheckResult result) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    result.kinds().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(kind -> kinds.put(kind.getKey(), kind.getValue().longValue()));
    return kinds;
  }

  private static Results.Failure failure(Failure failure, String replay) {
    return new Results.Failure(
        failure.sentence(),
        Optional.of(new Results.LetThenBut(failure.let(), failure.then(), failure.but())),
        failure.expected(),
        failure.observed(),
        failure.margin(),
        new Results.Reproduced(failure.of(), failure.times()),
        Optional.empty(),
        Json.MAPPER.valueToTree(failure.scenario()),
        failure.history(),
        List.of(),
        replay);
  }
}
