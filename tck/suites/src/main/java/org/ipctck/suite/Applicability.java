package org.ipctck.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipctck.requirement.Catalogue;
import org.ipctck.requirement.Need;
import org.ipctck.requirement.Verdict;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/** Says which checks are not played on a subject, and why. */
final class Applicability {
  private Applicability() {}

  /** The result of a check that will not be played; empty when it will. */
  static Optional<CheckResult> unplayed(CheckInfo check, Player player) {
    Profile profile = player.profile();
    Optional<String> exempt =
        Catalogue.load()
            .get(check.requirement())
            .exempts(profile)
            .or(() -> lacking(check, profile));
    if (exempt.isPresent()) {
      return Optional.of(CheckResult.unplayed(check, Verdict.NOT_APPLICABLE, exempt.get()));
    }
    if (check.threads() && !player.manyThreads()) {
      return Optional.of(
          CheckResult.unplayed(
              check,
              Verdict.UNTESTED,
              "the peer has one thread, so an end cannot be reached while an operation of it is"
                  + " open"));
    }
    return check.means().stream()
        .flatMap(means -> player.lacking(means).map(why -> means + " is missing: " + why).stream())
        .findFirst()
        .map(why -> CheckResult.unplayed(check, Verdict.UNTESTED, why));
  }

  private static Optional<String> lacking(CheckInfo check, Profile profile) {
    return check.needs().stream()
        .map(Applicability::need)
        .filter(need -> !need.isMetBy(profile))
        .map(need -> "the check needs " + need + ", the profile says " + need.valueIn(profile))
        .findFirst();
  }

  static Need need(String words) {
    String[] sides = words.split("=", 2);
    Promise promise =
        Arrays.stream(Promise.values())
            .filter(candidate -> candidate.key().equals(sides[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such key: need=" + words));
    return new Need(promise, List.of(sides[1].split("\\|")));
  }
}
