package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.history.Content;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of opens while too many wait for a receiver that stands still. */
class FullBacklogTests {
  private static final FullBacklog RULE = new FullBacklog();
  private static final long MILLI = 1_000_000;
  private static final int TIME_OUT = 100;

  /** The receiver stands still from 10 ms to 9,000 ms. */
  private static final Fault STOP =
      new Fault("stop", Fault.Kind.SIGSTOP, "r", new Trigger.Time(0), 9_000);

  private final Operations operations = new Operations(8);

  private void row(int end, Kind kind, long fromMs, long untilMs, Outcome outcome, Reason reason) {
    long message = kind == Kind.SEND ? MessageId.of(1, 1, 0) : MessageId.NONE;
    operations.add(
        end, kind, fromMs * MILLI, untilMs * MILLI, outcome, reason, message, 64, Content.NONE);
  }

  private History history() {
    List<Step> steps =
        List.of(
            new Step("bob.open", "bob", new Action.Open(TIME_OUT), Gate.open()),
            new Step("alice.open", "alice", new Action.Open(TIME_OUT), Gate.open()));
    List<End> ends =
        List.of(
            new End("bob", "r", "c", End.Side.RECEIVER, 0),
            new End("alice", "s", "c", End.Side.SENDER, 1));
    Scenario scenario =
        new Scenario(
            "told",
            1,
            List.of(new ChannelPlan("c", 1, "c", "", 4, 64, 1, 1)),
            ends,
            steps,
            List.of(STOP),
            1);
    int[] stepOf = new int[operations.size()];
    for (int i = 0; i < stepOf.length; i++) {
      stepOf[i] = operations.kind(i) == Kind.OPEN ? operations.end(i) : -1;
    }
    FaultRecord stood = new FaultRecord(STOP, 9 * MILLI, 10 * MILLI, 9_000 * MILLI, true, "seen");
    return History.of(scenario, Told.STRICT, operations, stepOf, List.of(stood));
  }

  private int seen() {
    List<Violation> violations = RULE.judge(history()).violations();
    assertTrue(violations.stream().allMatch(v -> v.observation() == Observation.BACKLOG_NOT_TOLD));
    return violations.size();
  }

  @Test
  void anErrorThatCanBeRetriedIsRight() {
    row(1, Kind.OPEN, 20, 120, Outcome.REFUSED, Reason.TIMEOUT);
    row(1, Kind.OPEN, 130, 131, Outcome.REFUSED, Reason.FULL);
    assertEquals(0, seen());
    row(1, Kind.OPEN, 140, 141, Outcome.REFUSED, Reason.PEER_GONE);
    assertEquals(1, seen());
    assertEquals(
        "let the receiver of channel c stand still, and too many wait for it; then an open is"
            + " connected, or fails in its time with an error that can be retried; but the open of"
            + " alice from 120.000 ms to 121.000 ms came out as REFUSED PEER_GONE",
        RULE.judge(history()).violations().getFirst().sentence());
  }

  @Test
  void anEndThatWasOpenedIsConnected() {
    row(1, Kind.OPEN, 20, 30, Outcome.DONE, Reason.NONE);
    row(1, Kind.SEND, 9_100, 9_101, Outcome.REFUSED, Reason.PEER_GONE);
    assertEquals(1, seen());
    row(0, Kind.CLOSE, 9_050, 9_060, Outcome.DONE, Reason.NONE);
    assertEquals(0, seen());
  }

  @Test
  void whereNobodyStoodStillNothingIsSaid() {
    row(1, Kind.OPEN, 1, 2, Outcome.UNTYPED, Reason.NONE);
    assertEquals(
        "nobody tried to open while the receiver stood still", RULE.judge(history()).undecided());
  }

  @Test
  void everySmallHistoryIsJudgedAsByATable() {
    Random random = new Random(AgainstTheOracle.SEED);
    Set<String> fine = Set.of("NONE", "FULL", "TIMEOUT", "INTERRUPTED", "NO_PEER", "NAME_IN_USE");
    Outcome[] outcomes = {Outcome.DONE, Outcome.REFUSED, Outcome.REFUSED, Outcome.UNTYPED};
    int wrong = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      FullBacklogTests one = new FullBacklogTests();
      int expected = 0;
      for (int i = 0; i < 3; i++) {
        long begin = random.nextInt(9_500);
        long took = random.nextInt(3) == 0 ? 1_000 + random.nextInt(300) : random.nextInt(100);
        Outcome outcome = outcomes[random.nextInt(outcomes.length)];
        Reason reason =
            outcome == Outcome.REFUSED
                ? Reason.values()[1 + random.nextInt(Reason.values().length - 1)]
                : Reason.NONE;
        one.row(1, Kind.OPEN, begin, begin + took, outcome, reason);
        boolean within = begin > 10 && begin + took < 9_000;
        boolean forGood = !fine.contains(reason.name()) && reason != Reason.RESOURCES;
        boolean bad = outcome == Outcome.UNTYPED || outcome == Outcome.REFUSED && forGood;
        expected += within && (bad || took > 1_100) ? 1 : 0;
      }
      assertEquals(expected, one.seen());
      wrong += expected > 0 ? 1 : 0;
    }
    assertTrue(wrong > 4_000, "wrong: " + wrong);
  }
}
