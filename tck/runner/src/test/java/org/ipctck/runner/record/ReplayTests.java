package org.ipctck.runner.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import org.ipctck.runner.subject.Candidate;
import org.ipctck.runner.subject.Reference;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay file holds all that is needed, and comes back as it was. */
class ReplayTests {
  @TempDir private Path folder = Path.of("");

  private static Replay replay() {
    Scenario scenario =
        new Scenario(
            "traffic",
            42,
            List.of(new ChannelPlan("orders", 1, "orders", "", 4, 100, 1, 1)),
            List.of(
                new End("alice", "p1", "orders", End.Side.SENDER, 0),
                new End("carol", "p2", "orders", End.Side.RECEIVER, 0)),
            List.of(
                new Step("s1", "alice", new Action.Open(1000), Gate.open()),
                new Step(
                    "s2",
                    "alice",
                    new Action.Send(List.of(0, 8), Action.FOREVER, 0, true, true),
                    Gate.done("s1")),
                new Step("s3", "alice", new Action.Close(), new Gate.AfterFault("stop"))),
            List.of(
                new Fault(
                    "stop", Fault.Kind.SIGSTOP, "p2", new Trigger.Operation("s2", 1, true), 9),
                new Fault(
                    "end", Fault.Kind.SIGKILL, "p1", new Trigger.Reached(Gate.blocked("s2")), 0)),
            1);
    return new Replay(
        Replay.SCHEMA,
        Kit.VERSION,
        "ORD-1",
        "inOrder",
        7,
        Candidate.of(Reference.CHANNEL),
        Map.of("order", "queue"),
        "let m1; then m2; but m3",
        scenario);
  }

  @Test
  void itComesBackAsItWas() throws IOException {
    Path file = folder.resolve("ORD-1-1.json");
    Files.writeString(file, Json.text(replay()));
    assertEquals(replay(), Replay.read(file));
  }

  @Test
  void anythingElseIsBadInput() throws IOException {
    for (String text : List.of("", "{}", "[", "{\"schema\":\"ipc-tck-results/1\"}", "\0\0")) {
      Path file = Files.writeString(folder.resolve("f"), text);
      CannotGoOn problem = assertThrows(CannotGoOn.class, () -> Replay.read(file));
      assertEquals(ExitCode.USAGE, problem.code());
      assertTrue(problem.getMessage().contains(file.toString()), problem::getMessage);
    }
  }
}
