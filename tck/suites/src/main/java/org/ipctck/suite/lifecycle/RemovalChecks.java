package org.ipctck.suite.lifecycle;

import java.util.List;
import org.ipctck.rule.NameRemoved;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Removals;
import org.junit.jupiter.api.Test;

/** What an end says when its name was taken away. */
public class RemovalChecks {

  @Test
  @Requirement("LIF-12")
  @Check(value = Check.Kind.CASES, needs = "senders=many")
  void aVanishedNameIsRepairedOrReported(Bench bench) {
    bench.each(
        List.of(Removals.now().removed("the name of a live endpoint is removed")),
        scenario ->
            bench
                .play(scenario)
                .provided(Seen.message())
                .keeps(new NameRemoved(Removals.REMOVED, Removals.LATER), new Untyped()));
  }
}
