package org.ipctck.suite.lifecycle;

import java.util.List;
import org.ipctck.rule.Idle;
import org.ipctck.rule.Interruptions;
import org.ipctck.rule.LiveName;
import org.ipctck.rule.OpeningAlone;
import org.ipctck.rule.TooMany;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Openings;
import org.ipctck.suite.generate.Patience;
import org.ipctck.suite.generate.Standing;
import org.junit.jupiter.api.Test;

/** What an open comes to, and whether what was opened lasts. */
public class OpeningChecks {
  @Test
  @Requirement("LIF-2")
  @Check(value = Check.Kind.CASES, needs = "opens=receiver-first|sender-first", threads = true)
  void anOpenThatWaitsHearsOfAnInterruption(Bench bench) {
    bench.each(
        Patience.now().interruptedOpens("an open is interrupted"),
        scenario -> bench.play(scenario).keeps(new Interruptions(), new Untyped()));
  }

  @Test
  @Requirement("LIF-6")
  @Check(value = Check.Kind.CASES, needs = "opens=either|receiver-first")
  void theNameOfTheLivingStays(Bench bench) {
    bench.each(
        Openings.now().late("a sender comes late"),
        scenario -> bench.play(scenario).keeps(new LiveName(), new Untyped()));
  }

  @Test
  @Requirement("LIF-7")
  @Check(Check.Kind.CASES)
  void oneTooManyIsRefusedAndDisturbsNobody(Bench bench) {
    bench.each(
        Openings.now().tooMany("one too many"),
        scenario ->
            bench.play(scenario).provided(Seen.message()).keeps(new TooMany(), new Untyped()));
  }

  @Test
  @Requirement("LIF-8")
  @Check(Check.Kind.CASES)
  void openingAloneEndsAsDeclared(Bench bench) {
    bench.each(
        Openings.now().alone("an end is opened alone"),
        scenario -> bench.play(scenario).keeps(new OpeningAlone(), new Untyped()));
  }

  @Test
  @Requirement("LIF-14")
  @Check(Check.Kind.CASES)
  void anIdleChannelStillWorks(Bench bench) {
    bench.each(
        List.of(Standing.now().idle("nobody sends for a while")),
        scenario -> bench.play(scenario).provided(Seen.message()).keeps(new Idle(), new Untyped()));
  }
}
