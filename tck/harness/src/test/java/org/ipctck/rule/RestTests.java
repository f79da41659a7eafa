package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.history.Usage;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of processor time that is used while a call is blocked. */
class RestTests {
  private static final long MILLI = 1_000_000;

  private static Told waiting(String waits, long begin, long finish, Usage usage) {
    Told told =
        new Told(Told.STRICT.with(Promise.WAITING, waits))
            .channel("c1")
            .sender("alice", "c1")
            .receiver("bob", "c1");
    told.received("bob", begin, finish, Outcome.NOTHING, Reason.TIMEOUT);
    return told.fault(Fault.Kind.SIGSTOP, "alice", 2, 3, usage);
  }

  private static Usage used(long milliseconds) {
    return new Usage("bob", 10, 10 + 400 * MILLI, milliseconds * MILLI, false);
  }

  @Test
  void whoSleepsIsIdle() {
    assertEquals(List.of(), waiting("blocks", 1, 500 * MILLI, used(40)).seenBy(new Rest()));
  }

  @Test
  void whoTurnsInCirclesIsBusy() {
    Told told = waiting("blocks", 1, 500 * MILLI, used(41));
    assertEquals(List.of(Observation.BUSY_WHILE_BLOCKED), told.seenBy(new Rest()));
    assertEquals(
        "let a receive of bob be blocked from 0.000 ms to 500.000 ms; then it uses less than a"
            + " tenth of a processor; but its thread used 41 ms of processor time within 400 ms",
        new Rest().judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void aWholeProcessClearsItsThreadAndNeverBlamesIt() {
    Usage idle = new Usage("bob", 10, 10 + 400 * MILLI, 40 * MILLI, true);
    Finding clear = new Rest().judge(waiting("blocks", 1, 500 * MILLI, idle).history());
    assertEquals(List.of(), clear.violations());
    assertEquals("", clear.undecided());
    Usage busy = new Usage("bob", 10, 10 + 400 * MILLI, 400 * MILLI, true);
    Finding unknown = new Rest().judge(waiting("blocks", 1, 500 * MILLI, busy).history());
    assertEquals(List.of(), unknown.violations());
    assertFalse(unknown.undecided().isEmpty());
  }

  @Test
  void whoReturnedMeanwhileHadOtherWork() {
    Finding finding = new Rest().judge(waiting("blocks", 1, 300 * MILLI, used(300)).history());
    assertEquals(List.of(), finding.violations());
    assertFalse(finding.undecided().isEmpty());
  }

  @Test
  void whoDeclaresToSpinMaySpin() {
    assertEquals(List.of(), waiting("spins", 1, 500 * MILLI, used(300)).seenBy(new Rest()));
  }

  /** The oracle walks through the time millisecond by millisecond. */
  @Test
  void aTenthIsTheLimitOfACallThatWasOpenAllTheWhile() {
    Random random = new Random(AgainstTheOracle.SEED);
    int busy = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      int begin = random.nextInt(40);
      int finish = 300 + random.nextInt(400);
      int from = 20 + random.nextInt(40);
      int until = from + 100 + random.nextInt(400);
      int used = random.nextInt(100);
      boolean open = true;
      int tenths = 0;
      for (int moment = from; moment <= until; moment++) {
        open &= begin < moment && moment < finish;
        tenths += moment < until ? 1 : 0;
      }
      boolean is = open && tenths >= 200 && used * 10 > tenths;
      Usage usage = new Usage("bob", from * MILLI, until * MILLI, used * MILLI, false);
      Told told = waiting("blocks", begin * MILLI, finish * MILLI, usage);
      String words = "call=%d..%d read=%d..%d used=%d".formatted(begin, finish, from, until, used);
      assertEquals(is, !told.seenBy(new Rest()).isEmpty(), words);
      busy += is ? 1 : 0;
    }
    assertTrue(busy > AgainstTheOracle.HISTORIES / 20, "busy=" + busy);
  }
}
