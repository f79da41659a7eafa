package org.ipctck.suite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipctck.requirement.Verdict;

/**
 * What a check came to, and on what evidence.
 *
 * @param check the check
 * @param verdict what is said of it
 * @param reason why; empty when it passed
 * @param tries scenarios played, those that were not decisive included
 * @param decisive tries that were played as meant
 * @param messages messages accepted in decisive tries
 * @param faultsArmed faults planned in all tries
 * @param faultsLanded faults that landed in decisive tries
 * @param kinds faults landed in decisive tries, by kind
 * @param durationMs how long it took
 * @param alsoSeen violations that other requirements are blamed for, in words
 * @param failure how it failed, if it did
 */
public record CheckResult(
    CheckInfo check,
    Verdict verdict,
    String reason,
    int tries,
    int decisive,
    long messages,
    int faultsArmed,
    int faultsLanded,
    Map<String, Integer> kinds,
    long durationMs,
    List<String> alsoSeen,
    Optional<Failure> failure) {

  public CheckResult {
    kinds = Map.copyOf(kinds);
    alsoSeen = List.copyOf(alsoSeen);
  }

  /** The id of the requirement that was judged. */
  public String requirement() {
    return check.requirement();
  }

  /** The name of the check. */
  public String name() {
    return check.name();
  }

  /** The kind of its evidence. */
  public Check.Kind kind() {
    return check.kind();
  }

  /** A check whose turn did not come, or that was under way when somebody interrupted. */
  public static CheckResult interrupted(CheckInfo check) {
    return unplayed(check, Verdict.INCONCLUSIVE, "nothing was played; interrupted");
  }

  /** A check that was not played, and why. */
  static CheckResult unplayed(CheckInfo check, Verdict verdict, String reason) {
    return new CheckResult(
        check, verdict, reason, 0, 0, 0, 0, 0, Map.of(), 0, List.of(), Optional.empty());
  }
}
