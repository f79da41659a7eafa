package org.ipctck.runner.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipctck.report.Results;
import org.ipctck.report.Results.Check;
import org.ipctck.report.Verdict;
import org.ipctck.requirement.Need;
import org.ipctck.requirement.Requirement;
import org.ipctck.spi.Profile;

/**
 * Rules on requirements of one subject.
 *
 * @param profile what the subject promises
 * @param known what is known to fail
 * @param lacking why a means is missing here; empty when it is not
 */
public record Ruling(
    Profile profile, KnownFailures known, Function<String, Optional<String>> lacking) {

  /** Why no check of a requirement can be played here; empty when they can. */
  public Optional<String> impossible(Requirement requirement) {
    return requirement.means().stream()
        .flatMap(means -> lacking.apply(means).map(why -> means + " is missing: " + why).stream())
        .findFirst();
  }

  /** The ruling on a requirement whose checks came to this. */
  public Results.Requirement on(Requirement requirement, List<Check> played) {
    List<Check> checks = Expectation.apply(played, profile.name(), requirement.id(), known);
    Optional<Settled> settled = settled(requirement, checks);
    Verdict verdict =
        settled
            .map(Settled::verdict)
            .orElseGet(
                () ->
                    Precedence.of(
                        checks.stream().map(Check::verdict).toList(), requirement.level().name()));
    String reason = settled.map(Settled::reason).orElseGet(() -> reason(verdict, checks));
    return record(requirement, verdict, reason, checks);
  }

  /** The ruling on a requirement of a subject that could not run at all. */
  public static Results.Requirement unjudged(Requirement requirement, String why) {
    return record(requirement, Verdict.COULD_NOT_RUN, why, List.of());
  }

  private static Results.Requirement record(
      Requirement requirement, Verdict verdict, String reason, List<Check> checks) {
    return new Results.Requirement(
        requirement.id(),
        requirement.family(),
        requirement.level().name(),
        requirement.title(),
        requirement.rule(),
        needs(requirement),
        verdict,
        reason,
        checks);
  }

  /** What is settled without a check. */
  private record Settled(Verdict verdict, String reason) {}

  private Optional<Settled> settled(Requirement requirement, List<Check> checks) {
    Optional<String> exempt = requirement.exempts(profile);
    if (exempt.isPresent()) {
      return Optional.of(new Settled(Verdict.NOT_APPLICABLE, exempt.get()));
    }
    if (!requirement.planned().isEmpty()) {
      return Optional.of(new Settled(Verdict.UNTESTED, "planned: " + requirement.planned()));
    }
    if (!requirement.untestable().isEmpty()) {
      return Optional.of(new Settled(Verdict.UNTESTED, "untestable: " + requirement.untestable()));
    }
    return impossible(requirement)
        .or(
            () ->
                checks.isEmpty() ? Optional.of("no check of it is in this kit") : Optional.empty())
        .map(why -> new Settled(Verdict.UNTESTED, why));
  }

  /** Why it is so; of a pass, which checks did not run. */
  private static String reason(Verdict verdict, List<Check> checks) {
    if (verdict == Verdict.PASSED) {
      String missing =
          checks.stream()
              .filter(check -> check.verdict() != Verdict.PASSED)
              .map(check -> check.name() + " (" + check.reason() + ")")
              .collect(Collectors.joining(", "));
      return missing.isEmpty() ? "" : "not run: " + missing;
    }
    Verdict cause = verdict == Verdict.DEVIATION ? Verdict.FAILED : verdict;
    return checks.stream()
        .filter(check -> check.verdict() == cause)
        .map(Check::reason)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String needs(Requirement requirement) {
    return requirement.needs().isEmpty()
        ? "nothing"
        : requirement.needs().stream().map(Need::toString).collect(Collectors.joining(", "));
  }
}
