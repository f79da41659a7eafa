package org.ipctck.requirement;

import java.util.List;
import java.util.Optional;
import org.ipctck.spi.Profile;

/**
 * A numbered rule that transports have to keep, as its document states it.
 *
 * @param id such as {@code ORD-1}; never reused, never renumbered
 * @param family the name of its file, its suite package and its heading, such as {@code ordering}
 * @param level how binding it is
 * @param title the rule in a few words
 * @param needs what a profile must promise for the rule to apply; empty when it applies to everyone
 * @param means what the machine must offer beside the kit; empty when nothing
 * @param planned why there is no check yet; empty when there is one
 * @param untestable why there can be no check; empty when there can
 * @param rule the rule itself, in the present tense
 * @param intent why it matters, and where to look when it fails
 * @param owns the observation that it alone is blamed for
 */
public record Requirement(
    String id,
    String family,
    Level level,
    String title,
    List<Need> needs,
    List<String> means,
    String planned,
    String untestable,
    String rule,
    String intent,
    String owns) {

  public Requirement {
    needs = List.copyOf(needs);
    means = List.copyOf(means);
  }

  /** How binding a requirement is. */
  public enum Level {
    MUST,
    SHOULD,
    MAY
  }

  /** Why it does not apply to a subject with this profile; empty when it applies. */
  public Optional<String> exempts(Profile profile) {
    return needs.stream()
        .filter(need -> !need.isMetBy(profile))
        .map(need -> "needs " + need + ", the profile says " + need.valueIn(profile))
        .findFirst();
  }

  /** Whether a check of it is expected to exist. */
  public boolean wantsCheck() {
    return planned.isEmpty() && untestable.isEmpty();
  }
}
