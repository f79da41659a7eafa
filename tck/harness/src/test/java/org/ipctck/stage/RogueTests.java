package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.rule.Leaks;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a subject does, it is said in one sentence and nothing of it stays. */
final class RogueTests {
  private static final StageOptions HASTY = StageOptions.usual().withPatience(1_500);

  @AfterEach
  void nothingIsLeftRunning() {
    List<String> left =
        ProcessHandle.current()
            .descendants()
            .filter(child -> Proc.text(child.pid(), "environ").contains(Orphans.MARK))
            .filter(child -> Proc.stat(child.pid()).lives())
            .map(child -> child.pid() + " " + Proc.text(child.pid(), "cmdline"))
            .toList();
    assertEquals(List.of(), left);
  }

  private static String refusal(Subject subject) {
    return assertThrows(CouldNotRun.class, () -> Stage.open(subject, Scenes.ROOT, HASTY).close())
        .getMessage();
  }

  private static Subject shell(String script) {
    return new Subject("sh", Subject.Hosting.COMMAND, List.of("sh", "-c", script), Map.of());
  }

  @Test
  void deathInHelloIsToldWithStatusAndLastWords() {
    String sentence = refusal(shell("read line; echo oh dear >&2; exit 3"));
    assertTrue(sentence.contains("exit status 3"), sentence);
    assertTrue(sentence.contains("oh dear"), sentence);
  }

  @Test
  void halfALineAndNothingMoreRunsOutOfTime() {
    String sentence = refusal(shell("read line; printf '{\"re\":1'; exec sleep 1007"));
    assertTrue(sentence.contains("did not answer in time"), sentence);
  }

  @Test
  void floodsDoNotDrownTheKit() {
    String sentence = refusal(shell("yes flood >&2 & yes flood & read line; exec sleep 1008"));
    assertTrue(sentence.contains("did not answer in time"), sentence);
    assertTrue(sentence.contains("flood"), sentence);
    assertTrue(sentence.length() < 3_000, sentence);
  }

  @Test
  void wordsOnStandardOutputAreRefused() {
    String sentence = refusal(Scenes.wrong("prints"));
    assertTrue(sentence.contains("no line of any protocol"), sentence);
  }

  @Test
  void aTransportThatExitsIsNamed() {
    String sentence = refusal(Scenes.wrong("exits"));
    assertTrue(sentence.contains("exit status 3"), sentence);
  }

  @Test
  void aTransportThatHangsInOpenIsCut() {
    String sentence = refusal(Scenes.wrong("hangs"));
    assertTrue(sentence.contains("CountDownLatch.await"), sentence);
  }

  @Test
  void aTransportThatHangsInCloseIsCut() {
    String sentence = refusal(Scenes.wrong("hangs-in-close"));
    assertTrue(sentence.contains("close did not return"), sentence);
    assertTrue(sentence.contains("ToyTransport.hangInClose"), sentence);
  }

  @Test
  void whatHangsAgainAndAgainIsNotWaitedForAsLongAgain() throws Exception {
    StageOptions patient = StageOptions.usual().withPatience(6_000).withSpares(0);
    try (Stage stage = Stage.open(Scenes.wrong("hangs-in-later-closes"), Scenes.ROOT, patient)) {
      for (int i = 0; i < 3; i++) {
        // The first of its closes returns, so each process plays twice.
        assertTrue(waited(stage) >= 6_000);
        assertEquals("", stage.play(Scenes.traffic(1, 8)).slow());
      }
      long begun = System.nanoTime();
      long waited = waited(stage);
      long stalled = stage.host().lostSince(begun) / 1_000_000;
      assertTrue(waited < 6_000 * stage.host().calibration() + stalled, "waited ms: " + waited);
    }
  }

  private static long waited(Stage stage) throws InterruptedException, CouldNotRun {
    String slow = stage.play(Scenes.traffic(1, 8)).slow();
    Matcher matcher = Pattern.compile("close of end tx did not return in (\\d+) ms").matcher(slow);
    assertTrue(matcher.find(), slow);
    assertTrue(slow.contains("ToyTransport.hangInClose"), slow);
    return Long.parseLong(matcher.group(1));
  }

  @Test
  void whatIsGoneInAMomentIsNotCountedAsGrowth() throws Exception {
    Scenario once = Scenes.traffic(1, 8);
    Scenario rounds =
        new Scenario("rounds", 1, once.channels(), once.ends(), once.steps(), List.of(), 40);
    try (Stage stage = Stage.open(Scenes.wrong("lingers"), Scenes.ROOT, StageOptions.usual())) {
      Played played = stage.play(rounds);
      assertEquals(
          List.of(4, 40), played.history().censuses().stream().map(c -> c.round()).toList());
      assertEquals(List.of(), new Leaks().judge(played.history()).violations());
    }
  }

  @Test
  void whatItForksDiesWithIt() throws Exception {
    try (Stage stage = Stage.open(Scenes.wrong("forks"), Scenes.ROOT, StageOptions.usual())) {
      assertTrue(stage.play(Scenes.traffic(1, 8)).decisive());
      assertFalse(ProcessHandle.current().descendants().toList().isEmpty());
    }
  }

  @Test
  void aPeerThatIgnoresTheRequestToEndMakesNoDecisiveTry() throws Exception {
    Subject deaf = Scenes.wrong("", "sh", "-c", "trap '' TERM; exec \"$@\"", "sh");
    try (Stage stage = Stage.open(deaf, Scenes.ROOT, StageOptions.usual())) {
      Fault fault =
          new Fault("f", Fault.Kind.SIGTERM, "alice", new Trigger.Reached(Gate.done("ss")), 0);
      Scenario scenario =
          Scenes.of(
              "deaf",
              List.of(
                  Scenes.step("so", "tx", new Action.Open(0)),
                  Scenes.step("ss", "tx", Scenes.send(1, 8)),
                  new Step("sc", "tx", new Action.Close(), new Gate.AfterFault("f"))),
              fault);
      Played played = stage.play(scenario);
      assertFalse(played.decisive());
      assertTrue(played.reason().contains("ignored SIGTERM"), played.reason());
      assertEquals(Map.of(), played.landed());
    }
  }
}
