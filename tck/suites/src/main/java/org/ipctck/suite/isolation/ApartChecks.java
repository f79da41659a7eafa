package org.ipctck.suite.isolation;

import java.util.List;
import org.ipctck.rule.Attributed;
import org.ipctck.rule.EndOfChannel;
import org.ipctck.rule.FlagsKept;
import org.ipctck.rule.Loss;
import org.ipctck.rule.Matching;
import org.ipctck.rule.Observation;
import org.ipctck.rule.PerSenderOrder;
import org.ipctck.rule.Rule;
import org.ipctck.rule.Untyped;
import org.ipctck.spi.Promise;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Lossless;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Abroad;
import org.junit.jupiter.api.Test;

/** That peers in other surroundings are no other peers, and that one who goes harms nobody. */
public class ApartChecks {

  private static Rule there(Bench bench) {
    Rule kept = new Lossless(new Loss());
    List<Rule> rules =
        bench.profile().is(Promise.END, "reported")
            ? List.of(kept, new Matching(), new PerSenderOrder(), new EndOfChannel())
            : List.of(kept, new Matching(), new PerSenderOrder());
    return new Attributed(
        Observation.BROKEN_APART, "the peers share the directory and nothing else", rules);
  }

  @Test
  @Requirement("ISO-5")
  @Check(Check.Kind.CASES)
  void aPeerThatGoesLeavesTheProcessAsItWas(Bench bench) {
    bench.each(
        Abroad.now().abandonedSenders("a sender is left alone"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.everythingOpened())
                .keeps(new FlagsKept(Abroad.BEFORE, Abroad.AFTER), new Untyped()));
  }

  @Test
  @Requirement("ISO-9")
  @Check(value = Check.Kind.CASES, needs = "names=removed|persistent")
  void aSidecarCommunicatesOrFailsAtOpen(Bench bench) {
    bench.each(
        Abroad.now().sidecars("a sidecar"),
        scenario ->
            bench
                .play(scenario)
                .unlikeAtHome()
                .provided(SeenAround.heardOrRefused())
                .keeps(there(bench), new Untyped()));
  }
}
