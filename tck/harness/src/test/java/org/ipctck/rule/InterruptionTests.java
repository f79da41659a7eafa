package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ipctck.history.Content;
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

/** An interruption is dated by what had to wait for it. */
class InterruptionTests {
  private static final long SECOND = 1_000_000_000;

  private static History history(Kind kind, long finish, Outcome outcome, long watched) {
    Operations operations = new Operations(2);
    add(operations, 0, kind, 0, finish, outcome);
    add(operations, 1, Kind.RECEIVE, SECOND, SECOND + 1, Outcome.NOTHING);
    Action waits =
        kind == Kind.OPEN ? new Action.Open(Action.FOREVER) : new Action.Receive(1, -1, 0, true);
    List<Step> steps =
        List.of(
            new Step("w", "waiting", waits, Gate.open()),
            new Step("i", "waiting", new Action.Interrupt(), Gate.blocked("w")),
            new Step("s", "watch", new Action.Receive(1, 1, 0, true), Gate.done("i")));
    List<ChannelPlan> channels = List.of(new ChannelPlan("c", 1, "c", "", 1, 64, 1, 2));
    List<End> ends =
        List.of(
            new End("waiting", "p", "c", End.Side.RECEIVER, 0),
            new End("watch", "p", "c", End.Side.RECEIVER, 1));
    Scenario scenario = new Scenario("told", 1, channels, ends, steps, List.of(), 1);
    return new History(
        scenario,
        Told.STRICT,
        operations,
        new int[] {0, 2},
        List.of(),
        java.util.Map.of(),
        java.util.Map.of(),
        List.of(),
        List.of(),
        0,
        1.0,
        watched,
        List.of());
  }

  private static void add(
      Operations operations, int end, Kind kind, long begin, long finish, Outcome outcome) {
    operations.add(end, kind, begin, finish, outcome, Reason.NONE, MessageId.NONE, 0, Content.NONE);
  }

  private static List<Observation> seen(History history) {
    return new Interruptions()
        .judge(history).violations().stream().map(Violation::observation).toList();
  }

  @Test
  void whoComesBackSoonAfterHeardOfIt() {
    assertEquals(
        List.of(), seen(history(Kind.RECEIVE, SECOND / 2, Outcome.INTERRUPTED, 9 * SECOND)));
    assertEquals(
        List.of(), seen(history(Kind.RECEIVE, SECOND * 3 / 2, Outcome.INTERRUPTED, 9 * SECOND)));
  }

  @Test
  void whoGoesOnForLongIsSeen() {
    assertEquals(
        List.of(Observation.DEAF_TO_INTERRUPTION),
        seen(history(Kind.RECEIVE, 4 * SECOND, Outcome.NOTHING, 9 * SECOND)));
    assertEquals(
        List.of(Observation.OPEN_NOT_RELEASED),
        seen(history(Kind.OPEN, Operations.NEVER, Outcome.PENDING, 9 * SECOND)));
  }

  @Test
  void whoWasNotWatchedForLongIsNotJudged() {
    Finding finding =
        new Interruptions()
            .judge(history(Kind.RECEIVE, Operations.NEVER, Outcome.PENDING, 3 * SECOND / 2));
    assertEquals(List.of(), finding.violations());
    assertFalse(finding.undecided().isEmpty());
  }
}
