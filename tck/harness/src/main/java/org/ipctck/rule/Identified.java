package org.ipctck.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.ipctck.history.Claim;
import org.ipctck.history.History;

/**
 * Who an end says is at the other side is there by the word of the kernel.
 *
 * <p>A process has another id in a namespace of its own, so one that says itself who it is cannot
 * know what others call it. Ends that are asked have to be in the surroundings of the kit, for the
 * kernel translates ids for whoever asks.
 */
public final class Identified implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    boolean compared = false;
    for (Claim claim : history.claims()) {
      compared |= !claim.others().isEmpty();
      if (!claim.others().isEmpty() && claim.others().stream().noneMatch(claim.said()::is)) {
        surest.add(Observation.FALSE_IDENTITY, Long.MAX_VALUE, () -> violation(claim));
      }
    }
    return surest.finding(compared ? "" : "nobody was asked who is at the other side");
  }

  private static Violation violation(Claim claim) {
    String others =
        claim.others().stream()
            .map(who -> "%s be %s by the kernel".formatted(who.process(), words(who)))
            .distinct()
            .collect(Collectors.joining(", and "));
    return new Violation(
        Observation.FALSE_IDENTITY,
        others,
        "%s names %s".formatted(claim.end(), claim.others().size() > 1 ? "one of them" : "it"),
        "%s says that %s is at the other side".formatted(claim.end(), words(claim.said())),
        List.of(),
        List.of(),
        Long.MAX_VALUE);
  }

  private static String words(Claim.Who who) {
    return "process %d of user %d and group %d".formatted(who.id(), who.user(), who.group());
  }
}
