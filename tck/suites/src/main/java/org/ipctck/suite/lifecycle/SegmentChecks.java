package org.ipctck.suite.lifecycle;

import org.ipctck.rule.Shrinking;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Segments;
import org.junit.jupiter.api.Test;

/** What becomes of memory that several processes have mapped. */
public class SegmentChecks {
  @Test
  @Requirement("LIF-13")
  @Check(value = Check.Kind.CASES, needs = "reach=host")
  void nothingInUseIsMadeShorter(Bench bench) {
    bench.each(
        Segments.now().inUse("a segment is in use"),
        scenario ->
            bench
                .play(scenario)
                .provided(Seen.message())
                .provided(SeenAround.aMappedFile(Segments.USED))
                .keeps(new Shrinking(Segments.USED, Segments.LATER)));
  }
}
