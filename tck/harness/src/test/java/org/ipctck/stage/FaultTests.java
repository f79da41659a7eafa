package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults strike where they should, prove it, and are healed. */
final class FaultTests {
  private static Stage stage;

  @BeforeAll
  static void open() throws Exception {
    stage = Stage.open(Scenes.toy(), Scenes.ROOT, StageOptions.usual().withPatience(1_500));
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Scenario sending(int count, Action.Send send, Fault... faults) {
    return Scenes.of(
        "sending",
        List.of(
            Scenes.step("ro", "rx", new Action.Open(1_000)),
            Scenes.step("so", "tx", new Action.Open(1_000)),
            Scenes.step("ss", "tx", send),
            Scenes.step("rr", "rx", new Action.Receive(count, 1_000, 0, true))),
        faults);
  }

  private static Action.Send paced(int count) {
    return new Action.Send(Collections.nCopies(count, 32), 1_000, 2_000, true, false);
  }

  @Test
  void aKillLeavesWhatWasToldBefore() throws Exception {
    Fault kill =
        new Fault("f", Fault.Kind.SIGKILL, "alice", new Trigger.Operation("ss", 5, true), 0);
    Played played = stage.play(sending(100, paced(100), kill));
    assertTrue(played.decisive(), played.reason());
    assertEquals(Map.of("SIGKILL", 1), played.landed());
    long accepted = count(played, Outcome.ACCEPTED);
    assertTrue(accepted >= 5 && accepted < 100, "accepted=" + accepted);
  }

  @Test
  void aStopIsHealed() throws Exception {
    Fault stop = new Fault("f", Fault.Kind.SIGSTOP, "alice", new Trigger.Time(3_000), 30);
    Played played = stage.play(sending(20, paced(20), stop));
    assertTrue(played.decisive(), played.reason());
    FaultRecord record = played.history().faults().getFirst();
    assertTrue(record.healed() - record.done() >= 30_000_000, record.toString());
    assertEquals(20, count(played, Outcome.MESSAGE));
  }

  @Test
  void oneStandstillOfAProcessComesAfterAnother() throws Exception {
    Fault one = new Fault("f", Fault.Kind.SIGSTOP, "alice", new Trigger.Time(3_000), 30);
    Fault other = new Fault("g", Fault.Kind.SIGSTOP, "alice", new Trigger.Time(3_000), 30);
    Played played = stage.play(sending(60, paced(60), one, other));
    assertTrue(played.decisive(), played.reason());
    List<FaultRecord> stops = played.history().faults();
    FaultRecord first = stops.get(stops.get(0).done() < stops.get(1).done() ? 0 : 1);
    FaultRecord second = stops.get(first == stops.get(0) ? 1 : 0);
    assertTrue(second.begun() >= first.healed(), stops.toString());
  }

  @Test
  void aKillAtAPointFallsWithinTheOperation() throws Exception {
    Fault kill = new Fault("f", Fault.Kind.SIGKILL, "alice", new Trigger.Point("tx", "put", 3), 0);
    Played played = stage.play(sending(9, Scenes.send(9, 32), kill));
    assertTrue(played.decisive(), played.reason());
    assertEquals(2, count(played, Outcome.ACCEPTED));
    List<Operation> sends =
        played.history().operations().rows().filter(r -> r.kind() == Kind.SEND).toList();
    assertEquals(3, sends.size());
    assertEquals(Operations.NEVER, sends.getLast().finish());
  }

  @Test
  void whatWaitsForAFaultThatCannotStrikeIsNotWaitedFor() throws Exception {
    Fault kill = new Fault("f", Fault.Kind.SIGKILL, "alice", new Trigger.Point("tx", "put", 99), 0);
    Fault second =
        new Fault("g", Fault.Kind.SIGKILL, "bob", new Trigger.Reached(new Gate.AfterFault("f")), 0);
    Scenario scenario =
        Scenes.of(
            "waiting",
            List.of(
                Scenes.step("ro", "rx", new Action.Open(1_000)),
                Scenes.step("so", "tx", new Action.Open(1_000)),
                Scenes.step("ss", "tx", Scenes.send(2, 32)),
                new Step("rc", "rx", new Action.Close(), new Gate.AfterFault("g"))),
            kill,
            second);
    Played played = stage.play(scenario);
    assertFalse(played.decisive());
    assertTrue(played.reason().contains("the scenario was over"), played.reason());
    assertEquals(List.of(), played.evidence());
    assertEquals("", played.slow());
  }

  @Test
  void aTaskEndsWithoutClose() throws Exception {
    Fault abandon =
        new Fault("f", Fault.Kind.ABANDON, "tx", new Trigger.Operation("ss", 2, true), 0);
    Played played = stage.play(sending(3, paced(50), abandon));
    assertTrue(played.decisive(), played.reason());
    assertTrue(count(played, Outcome.ACCEPTED) < 50);
    assertEquals(Map.of("ABANDON", 1), played.landed());
  }

  @Test
  void aFaultThatNeverStruckMakesNoDecisiveTry() throws Exception {
    Fault late =
        new Fault("f", Fault.Kind.SIGKILL, "alice", new Trigger.Operation("ss", 77, false), 0);
    Played played = stage.play(sending(2, Scenes.send(2, 8), late));
    assertFalse(played.decisive());
    assertEquals(Map.of(), played.landed());
  }

  @Test
  void aWaitForEverIsCutAndStaysPendingWithItsStack() throws Exception {
    Scenario scenario =
        Scenes.of(
            "hang",
            List.of(
                Scenes.step("ro", "rx", new Action.Open(1_000)),
                Scenes.step("rr", "rx", new Action.Receive(1, Action.FOREVER, 0, true))));
    Played played = stage.play(scenario);
    assertEquals(1, count(played, Outcome.PENDING));
    assertTrue(
        played.evidence().stream().anyMatch(line -> line.contains("ToyQueue.take")),
        played.evidence().toString());
  }

  @Test
  void aWaitIsSeenAndReleasedFromAside() throws Exception {
    Scenario scenario =
        Scenes.of(
            "aside",
            List.of(
                Scenes.step("ro", "rx", new Action.Open(1_000)),
                Scenes.step("rr", "rx", new Action.Receive(1, Action.FOREVER, 0, true)),
                new Step("rx", "rx", new Action.CloseAside(), Gate.blocked("rr"))));
    Played played = stage.play(scenario);
    assertTrue(played.decisive(), played.reason());
    Operation receive =
        played.history().operations().rows().filter(r -> r.kind() == Kind.RECEIVE).toList().get(0);
    Operation aside =
        played.history().operations().rows().filter(r -> r.kind() == Kind.CLOSE).toList().get(0);
    assertTrue(aside.begin() - receive.begin() >= 30_000_000);
    assertTrue(receive.finish() > aside.begin());
  }

  private static long count(Played played, Outcome outcome) {
    return played.history().operations().rows().filter(r -> r.outcome() == outcome).count();
  }
}
