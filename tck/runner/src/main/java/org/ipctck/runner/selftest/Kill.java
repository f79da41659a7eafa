package org.ipctck.runner.selftest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipctck.requirement.Verdict;
import org.ipctck.runner.record.Json;
import org.ipctck.suite.CheckResult;
import org.ipctck.suite.Failure;

/**
 * What became of one faulty transport.
 *
 * @param name of the faulty transport
 * @param subject the reference that it was made from
 * @param bug that it repeats
 * @param violates what it declares to break
 * @param failed the requirements that failed on it
 * @param checks the checks that failed on it
 * @param killed whether every declared requirement failed, for the declared reason
 * @param exact whether nothing else failed
 * @param sentence of the failure, or why there is none
 * @param durationMs how long it took
 * @param notes checks that came to no verdict, and what was seen where another requirement failed
 */
@JsonPropertyOrder({"name", "subject", "bug", "violates", "failed", "checks", "killed", "exact"})
public record Kill(
    String name,
    String subject,
    String bug,
    List<String> violates,
    List<String> failed,
    List<String> checks,
    boolean killed,
    boolean exact,
    String sentence,
    long durationMs,
    List<String> notes) {

  /** Weighs what the checks came to. */
  static Kill of(Mutant mutant, List<CheckResult> results, long durationMs) {
    List<CheckResult> failures =
        results.stream().filter(each -> each.verdict() == Verdict.FAILED).toList();
    List<String> failed = failures.stream().map(CheckResult::requirement).distinct().toList();
    List<CheckResult> right = failures.stream().filter(each -> isFor(mutant, each)).toList();
    boolean killed =
        mutant.violates().stream()
            .allMatch(id -> right.stream().anyMatch(each -> each.requirement().equals(id)));
    return new Kill(
        mutant.name(),
        mutant.of(),
        mutant.bug(),
        mutant.violates(),
        failed,
        failures.stream().map(each -> each.check().path()).toList(),
        killed,
        mutant.violates().containsAll(failed),
        sentence(mutant, failures, right),
        durationMs,
        notes(mutant, results));
  }

  /** Of one that could not be played at all. */
  static Kill none(Mutant mutant, String why, long durationMs) {
    return new Kill(
        mutant.name(),
        mutant.of(),
        mutant.bug(),
        mutant.violates(),
        List.of(),
        List.of(),
        false,
        false,
        why,
        durationMs,
        List.of());
  }

  /** In a sentence, what makes it less than found and blamed rightly. */
  public String why() {
    return killed && !notes.isEmpty() ? notes.getFirst() : sentence;
  }

  /** As one line, for the process that asked. */
  public String answer() {
    return Worker.ANSWER + Json.line(this);
  }

  private static boolean isFor(Mutant mutant, CheckResult failure) {
    return mutant.violates().contains(failure.requirement())
        && lower(failure.reason()).contains(lower(mutant.because()));
  }

  private static String lower(String words) {
    return words.toLowerCase(Locale.ROOT);
  }

  private static String sentence(
      Mutant mutant, List<CheckResult> failures, List<CheckResult> right) {
    if (!right.isEmpty()) {
      return right.getFirst().reason();
    }
    return failures.isEmpty()
        ? "nothing failed"
        : "expected '" + mutant.because() + "', but: " + failures.getFirst().reason();
  }

  private static List<String> notes(Mutant mutant, List<CheckResult> results) {
    List<String> notes = new ArrayList<>();
    for (CheckResult each : results) {
      boolean foreign = !mutant.violates().contains(each.requirement());
      if (each.verdict() == Verdict.COULD_NOT_RUN
          || each.verdict() == Verdict.INCONCLUSIVE
          || (foreign && each.verdict() == Verdict.FAILED)) {
        notes.add(each.check().path() + " " + each.verdict() + ": " + each.reason());
        each.failure().ifPresent(failure -> notes.addAll(seen(failure)));
      }
    }
    return notes;
  }

  /** A failure that nobody expected may come once in a hundred plays: what it looked like. */
  private static List<String> seen(Failure failure) {
    List<String> seen = new ArrayList<>();
    seen.add("scenario: " + Json.line(failure.scenario()));
    failure.history().forEach(entry -> seen.add("history: " + entry));
    failure.evidence().forEach(word -> seen.add("evidence: " + word));
    return seen;
  }
}
