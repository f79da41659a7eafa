package org.ipctck.suite.locality;

import java.util.List;
import java.util.Set;
import org.ipctck.rule.Observation;
import org.ipctck.rule.Opened;
import org.ipctck.rule.Untyped;
import org.ipctck.spi.Reason;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Abroad;
import org.junit.jupiter.api.Test;

/** What processes of another user can do, and what they leave. */
public class AccessChecks {

  @Test
  @Requirement("LOC-7")
  @Check(value = Check.Kind.CASES, needs = "names=removed|persistent")
  void anExcludedUserIsRefused(Bench bench) {
    Opened denied =
        new Opened(
            Set.of("guest"),
            "owner",
            Set.of(Reason.DENIED),
            false,
            Observation.EXCLUDED_NOT_DENIED,
            "a channel be restricted to its owner, and another user come");
    bench.each(
        List.of(Abroad.now().excluded("another user comes")),
        scenario ->
            bench.play(scenario).provided(SeenAround.opened("owner")).keeps(denied, new Untyped()));
  }

  @Test
  @Requirement("LOC-8")
  @Check(Check.Kind.CASES)
  void foreignRemainsDoNotBlockTheOwner(Bench bench) {
    Opened free =
        new Opened(
            Set.of("owner"),
            "former",
            Set.of(),
            true,
            Observation.BLOCKED_BY_REMAINS,
            "a process of another user have died with the channel open");
    bench.each(
        List.of(Abroad.now().foreignRemains("another user's process died")),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.opened("former"))
                .unlikeAtHome()
                .keeps(free, new Untyped()));
  }
}
