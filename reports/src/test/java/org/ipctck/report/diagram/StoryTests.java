package org.ipctck.report.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTests {
  private final List<JsonNode> history = new ArrayList<>();

  private ObjectNode entry(String lane, String what, String message, String start, String end) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("step", history.size() + 1).put("lane", lane).put("process", "p-" + lane);
    entry.put("channel", "c1").put("what", what).put("message", message);
    entry.put("start", start).put("end", end).put("outcome", end.isEmpty() ? "" : "ACCEPTED");
    history.add(entry);
    return entry;
  }

  private Story story() {
    return Story.of(history);
  }

  private Diagram diagram() {
    return story().diagram().orElseThrow();
  }

  @Test
  void laterMomentsStandLower() {
    entry("alice", "send", "m1", "5000", "9000");
    entry("bob", "receive", "m1", "4000", "10000");
    List<Integer> ys = diagram().ticks().stream().map(Diagram.Tick::y).toList();
    assertEquals(4, ys.size());
    assertEquals(ys.stream().sorted().distinct().toList(), ys);
    assertEquals(
        List.of("0.004", "0.005", "0.009", "0.010"),
        diagram().ticks().stream().map(Diagram.Tick::label).toList());
  }

  @Test
  void aLongPauseIsCutDownToAWave() {
    entry("alice", "send", "m1", "1000", "2000");
    entry("alice", "send", "m2", "3000", "4000");
    assertEquals(0, diagram().waves().size());
    entry("alice", "send", "m3", "5000000000", "5000001000");
    assertEquals(1, diagram().waves().size());
  }

  @Test
  void aMessageIsAnArrowFromItsSendToItsReceive() {
    entry("alice", "send", "m1", "1000", "2000");
    entry("bob", "receive", "m1", "1500", "3000");
    Diagram.Arrow arrow = diagram().arrows().getFirst();
    assertEquals("m1", arrow.message());
    assertTrue(arrow.x1() < arrow.x2());
    assertTrue(arrow.y1() < arrow.y2());
    assertEquals(List.of(), diagram().lost());
  }

  @Test
  void onlyAViolationIsDrawnAsLost() {
    entry("alice", "send", "m1", "1000", "2000");
    assertFalse(diagram().lost().getFirst().bad());
    entry("alice", "send", "m2", "3000", "4000").put("violation", true);
    assertTrue(diagram().lost().getLast().bad());
  }

  @Test
  void aKilledLaneIsDeadAndItsOperationCutOff() {
    entry("alice", "send", "m1", "1000", "");
    entry("alice", "SIGKILL", "", "2000", "2100").put("fault", true);
    Diagram.Bar bar = diagram().bars().getFirst();
    assertTrue(bar.torn());
    assertEquals(diagram().strikes().getFirst().y(), bar.y() + bar.height());
    assertTrue(diagram().idle().getFirst().dead());
    assertEquals("send m1, cut off: UNKNOWN", story().steps().getFirst().text());
  }

  @Test
  void aFaultOfAProcessStrikesEveryLaneThatItPlays() {
    entry("alice", "send", "m1", "1000", "1500");
    entry("alice-2", "send", "m2", "1000", "1500").put("process", "p-alice");
    entry("bob", "receive", "m1", "1000", "1700");
    entry("p-alice", "SIGKILL", "", "2000", "2100").put("fault", true);
    assertEquals(
        List.of("alice", "alice-2", "bob"),
        diagram().lanes().stream().map(Diagram.Lane::name).toList());
    assertEquals(2, diagram().strikes().size());
    assertEquals(4, story().steps().size());
  }

  @Test
  void aStoppedLaneGoesOnWhenItIsContinued() {
    entry("alice", "SIGSTOP", "", "1000", "1100").put("fault", true);
    entry("alice", "SIGCONT", "", "5000", "5100").put("fault", true);
    entry("alice", "send", "m1", "6000", "7000");
    assertEquals(1, diagram().idle().size());
    Diagram.Idle stopped = diagram().idle().getFirst();
    assertFalse(stopped.dead());
    assertTrue(stopped.y() + stopped.height() <= diagram().bars().getFirst().y());
  }

  @Test
  void operationsThatOverlapOnALaneStandBesideEachOther() {
    entry("alice", "send", "m1", "1000", "5000");
    entry("alice", "send", "m2", "2000", "3000");
    entry("alice", "send", "m3", "6000", "7000");
    List<Integer> xs = diagram().bars().stream().map(Diagram.Bar::x).toList();
    assertTrue(xs.get(0) < xs.get(1));
    assertEquals(xs.get(0), xs.get(2));
  }

  @Test
  void theViolationIsFramedBelowWhatItBreaks() {
    entry("alice", "send", "m1", "1000", "2000");
    entry("bob", "receive", "", "1500", "3000").put("violation", true).put("outcome", "PEER_GONE");
    entry("alice", "send", "m2", "4000", "5000");
    Diagram.Frame frame = diagram().frame().orElseThrow();
    assertEquals("bob, receive: PEER_GONE", frame.lines().getFirst().text());
    assertTrue(frame.y() + frame.height() < diagram().bars().getLast().y());
  }

  @Test
  void aHistoryWithoutTimesIsATableAlone() {
    entry("alice", "send", "m1", "", "");
    assertTrue(story().diagram().isEmpty());
    assertEquals("send m1, never returns", story().steps().getFirst().text());
    assertTrue(Story.of(List.of()).diagram().isEmpty());
    assertEquals(1, Story.of(List.of(JsonNodeFactory.instance.numberNode(3))).steps().size());
  }

  @Test
  void aLongHistoryIsCutAroundItsViolation() {
    for (int i = 0; i < 5_000; i++) {
      entry("alice", "send", "m" + i, Integer.toString(i * 10), Integer.toString(i * 10 + 5));
    }
    ((ObjectNode) history.get(4_000)).put("violation", true);
    assertTrue(story().steps().size() <= 120);
    assertTrue(story().steps().stream().anyMatch(s -> s.entry().violation()));
    assertTrue(story().extent().startsWith("5000 operations and no faults; the 120"));
  }
}
