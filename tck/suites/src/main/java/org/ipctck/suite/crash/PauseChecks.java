package org.ipctck.suite.crash;

import java.util.List;
import org.ipctck.rule.Paused;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenPaused;
import org.ipctck.suite.generate.Pauses;
import org.junit.jupiter.api.Test;

/** What becomes of peers that stand still where a time-out tells of death. */
public class PauseChecks {
  @Test
  @Requirement("CRA-7")
  @Check(value = Check.Kind.CASES, needs = "reach=host")
  void whoPausesIsNotDeadAndWhoWasDeclaredDeadStaysSo(Bench bench) {
    bench.each(
        List.of(Pauses.now().all("processes stand still for less than the time-out and for more")),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenPaused.lessAndMoreThanTheBound())
                .provided(SeenPaused.heardOrTold("wait"))
                .provided(SeenPaused.declaredDeadWhileItStood())
                .keeps(new Paused(), new Untyped()));
  }
}
