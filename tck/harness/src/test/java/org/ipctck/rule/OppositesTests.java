package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** A receive that waits for what is there is blamed on the other direction only beside it. */
class OppositesTests {
  private static final long SECOND = 1_000_000_000;

  /** Bob, in the process of alice, waits for what carol has sent; alice waits too, or does not. */
  private static History history(long sendBegin, String process) {
    Operations operations = new Operations(3);
    long pending = MessageId.of(2, 1, 0);
    operations.add(2, Kind.SEND, 0, 1, Outcome.ACCEPTED, Reason.NONE, pending, 64, Content.NONE);
    operations.add(
        0,
        Kind.SEND,
        sendBegin,
        Operations.NEVER,
        Outcome.PENDING,
        Reason.NONE,
        MessageId.of(1, 1, 0),
        64,
        Content.NONE);
    operations.add(
        1,
        Kind.RECEIVE,
        10,
        Operations.NEVER,
        Outcome.PENDING,
        Reason.NONE,
        MessageId.NONE,
        0,
        Content.NONE);
    List<End> ends =
        List.of(
            new End("alice", "a", "there", End.Side.SENDER, 1),
            new End("bob", process, "back", End.Side.RECEIVER, 0),
            new End("carol", "b", "back", End.Side.SENDER, 1),
            new End("dave", "b", "there", End.Side.RECEIVER, 0));
    Action send = new Action.Send(List.of(64), Action.FOREVER, 0, false, false);
    List<Step> steps =
        List.of(
            new Step("s", "alice", send, Gate.open()),
            new Step("r", "bob", new Action.Receive(1, Action.FOREVER, 0, true), Gate.open()),
            new Step("c", "carol", send, Gate.open()));
    List<ChannelPlan> channels =
        List.of(
            new ChannelPlan("there", 1, "there", "", 1, 64, 1, 1),
            new ChannelPlan("back", 2, "back", "", 1, 64, 1, 1));
    return new History(
        new Scenario("told", 1, channels, ends, steps, List.of(), 1),
        Told.STRICT,
        operations,
        new int[] {2, 0, 1},
        List.of(),
        java.util.Map.of(),
        java.util.Map.of(),
        List.of(),
        List.of(),
        0,
        1.0,
        5 * SECOND,
        List.of());
  }

  private static List<Observation> seen(History history) {
    return new Opposites()
        .judge(history).violations().stream().map(Violation::observation).toList();
  }

  @Test
  void aReceiveBehindASendOfItsProcessIsSeen() {
    assertEquals(List.of(Observation.BEHIND_THE_OTHER_DIRECTION), seen(history(5, "a")));
  }

  @Test
  void aReceiveThatWaitsAloneIsAnothersToBlame() {
    assertEquals(List.of(), seen(history(4 * SECOND + SECOND / 2, "a")));
    assertEquals(List.of(), seen(history(5, "c")));
  }
}
