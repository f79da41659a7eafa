package org.ipctck.suite.crash;

import org.ipctck.rule.FormerEnds;
import org.ipctck.rule.IntoNothing;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.generate.Restarts;
import org.junit.jupiter.api.Test;

/** What becomes of senders whose receiver is killed, when another takes its place. */
public class RestartChecks {
  @Test
  @Requirement("CRA-11")
  @Check(value = Check.Kind.CASES, needs = "names=removed|persistent")
  void whoWasToldOfADeathReachesNoSuccessor(Bench bench) {
    bench.each(
        Restarts.now().scenarios("senders that were told go on when there is another receiver"),
        scenario -> bench.play(scenario).keeps(new FormerEnds(), new Untyped()));
  }

  @Test
  @Requirement("CRA-16")
  @Check(
      value = Check.Kind.CASES,
      needs = {"names=removed|persistent", "overflow=block|refuse"})
  void nothingIsAcceptedForNobody(Bench bench) {
    bench.each(
        Restarts.now().scenarios("senders go on after their receiver was killed"),
        scenario -> bench.play(scenario).keeps(new IntoNothing(), new Untyped()));
  }
}
