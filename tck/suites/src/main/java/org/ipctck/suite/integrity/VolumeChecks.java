package org.ipctck.suite.integrity;

import java.util.List;
import org.ipctck.rule.Loss;
import org.ipctck.rule.Matching;
import org.ipctck.rule.Rule;
import org.ipctck.rule.WakeUp;
import org.ipctck.rule.Wrapped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Depth;
import org.ipctck.suite.Lossless;
import org.ipctck.suite.Ordered;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.SeenMuch;
import org.ipctck.suite.generate.Volumes;
import org.junit.jupiter.api.Test;

/** That nothing changes when a channel has carried more than a small counter can count. */
public class VolumeChecks {
  private static final long MESSAGES = 1 << 16;
  private static final long BYTES = 1L << 31;

  private static Rule goesOn() {
    return Wrapped.after(new Matching(), new Ordered(), new Lossless(new Loss()), new WakeUp());
  }

  @Test
  @Requirement("INT-10")
  @Check(Check.Kind.CASES)
  void sequenceNumbersWrapUnnoticed(Bench bench) {
    long messages = (long) (MESSAGES * bench.share());
    bench.each(
        List.of(Volumes.now().messages("more than 65536 messages", bench.share())),
        scenario ->
            bench
                .play(scenario)
                .provided(Seen.message())
                .provided(SeenMuch.accepted(messages, 0))
                .keeps(goesOn()));
  }

  @Test
  @Requirement("INT-10")
  @Check(value = Check.Kind.CASES, depth = Depth.THOROUGH)
  void positionsWrapUnnoticed(Bench bench) {
    bench.each(
        List.of(Volumes.now().bytes("more than 2147483648 bytes")),
        scenario ->
            bench
                .play(scenario)
                .provided(Seen.message())
                .provided(SeenMuch.accepted(0, BYTES))
                .keeps(goesOn()));
  }
}
