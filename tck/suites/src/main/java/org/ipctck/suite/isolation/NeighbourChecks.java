package org.ipctck.suite.isolation;

import org.ipctck.rule.ServiceGoesOn;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Neighbours;
import org.junit.jupiter.api.Test;

/** That who fails fails alone. */
public class NeighbourChecks {

  @Test
  @Requirement("ISO-6")
  @Check(value = Check.Kind.CASES, needs = "senders=many")
  void aFailingPeerStopsNoServiceToOthers(Bench bench) {
    bench.each(
        Neighbours.now().failing("others go on"),
        scenario ->
            bench
                .play(scenario)
                .provided(Seen.message())
                .keeps(new ServiceGoesOn(), new Untyped()));
  }
}
