package org.ipctck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.junit.jupiter.api.Test;

/** A scenario that was written and read again is the same, and its text is too. */
final class ScenarioFileTests {

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    Scenario scenario =
        new Scenario(
            "all",
            -7,
            List.of(new ChannelPlan("c", 3, "c-1", "folder", 0, 64, 2, 1)),
            List.of(
                new End("rx", "bob", "c", End.Side.RECEIVER, 0),
                new End("tx", "alice", "c", End.Side.SENDER, 9)),
            List.of(
                new Step("a", "tx", new Action.Open(Action.FOREVER), Gate.open()),
                new Step(
                    "b", "tx", new Action.Send(List.of(0, 9), 0, 3, true, true), Gate.blocked("e")),
                new Step("c", "tx", new Action.CloseAside(), Gate.done("a", "b")),
                new Step("d", "tx", new Action.Interrupt(), new Gate.AfterFault("f1")),
                new Step("e", "rx", new Action.Receive(2, 10, 0, true), Gate.open()),
                new Step("f", "rx", new Action.Abandon(), Gate.open()),
                new Step("h", "rx", new Action.Share("tx"), Gate.open()),
                new Step("g", "rx", new Action.Close(), Gate.open())),
            List.of(
                fault("f1", Fault.Kind.SIGKILL, new Trigger.Operation("b", 2, true)),
                fault("f2", Fault.Kind.SIGSTOP, new Trigger.Point("tx", "commit", 1)),
                fault("f3", Fault.Kind.SIGTERM, new Trigger.Time(500)),
                fault("f4", Fault.Kind.ABANDON, new Trigger.Reached(Gate.done("a")))),
            1,
            List.of(
                new Surroundings(
                    "bob",
                    List.of(
                        new Condition.Umask("022"),
                        new Condition.OtherUser(),
                        new Condition.Apart(List.of(Condition.Namespace.values())),
                        new Condition.SmallDisk(4096, true),
                        new Condition.UsualSignal("PIPE")))),
            List.of(
                new Move("w", new Move.Watch(), Gate.open()),
                new Move("l", new Move.Look(), Gate.done("a")),
                new Move("p", new Move.Put("c", 1, Move.Thing.FIFO), new Gate.AfterMove("l")),
                new Move("r", new Move.Remove("c"), Gate.open()),
                new Move("s", new Move.Starve("bob", 2), Gate.open()),
                new Move("t", new Move.Feed("bob"), Gate.open())));
    String text = ScenarioFile.text(scenario);
    Scenario again = ScenarioFile.parse(text);
    assertEquals(scenario, again);
    assertEquals(text, ScenarioFile.text(again));
  }

  @Test
  void aReplayFromBeforeSurroundingsIsStillRead() throws IOException {
    Scenario plain = new Scenario("old", 1, List.of(), List.of(), List.of(), List.of(), 1);
    String text = ScenarioFile.text(plain);
    assertFalse(text.contains("surroundings"), text);
    assertEquals(plain, ScenarioFile.parse(text));
  }

  private static Fault fault(String name, Fault.Kind kind, Trigger trigger) {
    return new Fault(name, kind, "alice", trigger, 20);
  }
}
