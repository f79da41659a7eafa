package org.ipctck.suite.backpressure;

import org.ipctck.history.Kind;
import org.ipctck.rule.Interruptions;
import org.ipctck.rule.Opposites;
import org.ipctck.rule.TimeOuts;
import org.ipctck.rule.Tries;
import org.ipctck.rule.Untyped;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.SeenWaiting;
import org.ipctck.suite.generate.Attempts;
import org.ipctck.suite.generate.Pairs;
import org.ipctck.suite.generate.Patience;
import org.junit.jupiter.api.Test;

/** Who waits, for how long, and who never does. */
public class PatienceChecks {
  @Test
  @Requirement("BP-6")
  @Check(Check.Kind.CASES)
  void whoWaitsGivesUpAtTheTimeOut(Bench bench) {
    bench.each(
        Patience.now().timedOut("time-outs run out"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenWaiting.timeOut())
                .keeps(new TimeOuts(), new Untyped()));
  }

  @Test
  @Requirement("BP-6")
  @Check(value = Check.Kind.CASES, threads = true)
  void whoWaitsHearsOfAnInterruption(Bench bench) {
    bench.each(
        Patience.now().interrupted("a wait is interrupted"),
        scenario -> bench.play(scenario).keeps(new Interruptions(), new Untyped()));
  }

  @Test
  @Requirement("BP-7")
  @Check(value = Check.Kind.CASES, threads = true)
  void twoFullDirectionsDoNotLockEachOther(Bench bench) {
    bench.each(
        Pairs.now().full("both directions are full"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenWaiting.both(Kind.SEND, Kind.RECEIVE))
                .keeps(new Opposites(), new Untyped()));
  }

  @Test
  @Requirement("BP-11")
  @Check(Check.Kind.CASES)
  void aTryComesBackWhateverTheOthersDo(Bench bench) {
    bench.each(
        Attempts.now().all("somebody tries"),
        scenario ->
            bench.play(scenario).provided(SeenWaiting.tries()).keeps(new Tries(), new Untyped()));
  }
}
