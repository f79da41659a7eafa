package org.ipctck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.history.Content;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Observation;
import org.ipctck.rule.Violation;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What a report draws of a violation: its rows and faults in order, with lanes and stamps. */
class WitnessTests {
  private static final Fault KILL =
      new Fault("f", Fault.Kind.SIGKILL, "p1", new Trigger.Time(1), 0);

  private static History history() {
    Operations rows = new Operations(4);
    long m = MessageId.of(1, 1, 41);
    long next = MessageId.of(1, 1, 42);
    rows.add(0, Kind.SEND, 1_000, 1_200, Outcome.ACCEPTED, Reason.NONE, m, 8, Content.NONE);
    rows.add(
        0, Kind.SEND, 1_300, Operations.NEVER, Outcome.PENDING, Reason.NONE, next, 8, Content.NONE);
    rows.add(
        1,
        Kind.RECEIVE,
        1_100,
        2_000,
        Outcome.BROKEN,
        Reason.PEER_GONE,
        MessageId.NONE,
        0,
        Content.NONE);
    Scenario scenario =
        new Scenario(
            "s",
            1,
            List.of(new ChannelPlan("c", 1, "c", "", 4, 64, 1, 1)),
            List.of(
                new End("alice", "p1", "c", End.Side.SENDER, 1),
                new End("bob", "p2", "c", End.Side.RECEIVER, 0)),
            List.of(),
            List.of(KILL),
            1);
    FaultRecord killed =
        new FaultRecord(KILL, 1_500, 1_600, Operations.NEVER, true, "waitid: killed by 9");
    return History.of(scenario, Profile.of("s", "1"), rows, new int[3], List.of(killed));
  }

  private static List<JsonNode> witness(Observation observation) {
    var violation =
        new Violation(observation, "", "", "", List.of(0, 1, 2), List.of(0), Long.MAX_VALUE);
    return Witness.of(history(), violation);
  }

  private static List<String> all(String key) {
    return witness(Observation.LOST_WITH_ITS_SENDER).stream()
        .map(entry -> entry.get(key).asText())
        .toList();
  }

  @Test
  void entriesAndFaultsStandInTheOrderOfTheirBegin() {
    assertEquals(List.of("1", "2", "3", "4"), all("step"));
    assertEquals(List.of("0", "100", "300", "500"), all("start"));
    assertEquals(List.of("200", "1000", "", "600"), all("end"));
    assertEquals(List.of("alice", "bob", "alice", "p1"), all("lane"));
    assertEquals(List.of("p1", "p2", "p1", ""), all("process"));
    assertEquals(List.of("send", "receive", "send", "SIGKILL"), all("what"));
    assertEquals(List.of("m1", "", "m2", ""), all("message"));
    assertEquals(List.of("ACCEPTED", "BROKEN", "", "LANDED"), all("outcome"));
    assertEquals(List.of("false", "false", "false", "true"), all("fault"));
  }

  @Test
  void aLossBlamesTheSendThatWasAcceptedAndWhatWasToldInstead() {
    assertEquals(List.of("true", "true", "false", "false"), all("violation"));
  }

  @Test
  void otherwiseWhatEndedLastIsBlamed() {
    assertEquals(
        List.of("false", "true", "false", "false"),
        witness(Observation.DUPLICATE).stream()
            .map(entry -> entry.get("violation").asText())
            .toList());
  }
}
