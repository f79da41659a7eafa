package org.ipctck.suite.lifecycle;

import org.ipctck.rule.Lacking;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Shortages;
import org.junit.jupiter.api.Test;

/** What an open comes to that lacks what it needs. */
public class ShortageChecks {
  @Test
  @Requirement("LIF-11")
  @Check(Check.Kind.CASES)
  void whoHasNoDescriptorIsToldAtOpen(Bench bench) {
    bench.each(
        Shortages.now().ofDescriptors("too few descriptors"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.answered("tried0"))
                .provided(SeenAround.opened("again"))
                .keeps(new Lacking(Shortages.LEFT)));
  }

  @Test
  @Requirement("LIF-11")
  @Check(value = Check.Kind.CASES, needs = "names=removed|persistent", means = "namespaces")
  void whoHasNoRoomIsToldAtOpen(Bench bench) {
    bench.each(
        Shortages.now().ofRoom("a full disk"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.answered("tried"))
                .keeps(new Lacking(Shortages.LEFT)));
  }
}
