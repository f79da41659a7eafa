package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipctck.history.Content;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Scenario;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plays on a toy transport in one peer JVM. */
final class StageTests {
  private static Stage stage;

  @BeforeAll
  static void open() throws Exception {
    stage = Stage.open(Scenes.toy(), Scenes.ROOT, StageOptions.usual());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void everyMessageIsInTheHistoryWithItsStep() throws Exception {
    Played played = stage.play(Scenes.traffic(20, 64));
    assertTrue(played.decisive(), played.reason());
    List<Operation> rows = played.history().operations().rows().toList();
    assertEquals(20, count(rows, Outcome.ACCEPTED));
    assertEquals(20, count(rows, Outcome.MESSAGE));
    assertEquals(1, count(rows, Outcome.END));
    for (Operation row : rows) {
      int step = played.history().steps()[row.index()];
      String end = played.history().scenario().steps().get(step).end();
      assertEquals(played.history().scenario().ends().get(row.end()).name(), end);
      assertTrue(row.begin() <= row.finish());
    }
  }

  @Test
  void messagesTooShortForAnIdAreFoundByPosition() throws Exception {
    Played played = stage.play(Scenes.traffic(9, 0));
    List<Operation> got =
        played.history().operations().rows().filter(r -> r.outcome() == Outcome.MESSAGE).toList();
    for (int i = 0; i < got.size(); i++) {
      assertEquals(Content.WHOLE, got.get(i).content());
      assertEquals(i, got.get(i).message() & 0xff);
    }
    assertEquals(9, got.size());
  }

  @Test
  void nothingIsLeftBehindByARepeatedTry() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertEquals(List.of(), stage.play(Scenes.traffic(2, 8)).history().leaks());
    }
  }

  @Test
  void roundsArePlayedInTheSameProcessesAndCountedTwice() throws Exception {
    Scenario once = Scenes.traffic(2, 16);
    Scenario scenario =
        new Scenario("rounds", 1, once.channels(), once.ends(), once.steps(), List.of(), 20);
    Played played = stage.play(scenario);
    assertEquals(40, count(played.history().operations().rows().toList(), Outcome.MESSAGE));
    assertEquals(List.of(2, 20), played.history().censuses().stream().map(c -> c.round()).toList());
    assertEquals(List.of(), played.history().leaks());
  }

  @Test
  void aCommandThatDoesNotStartIsSaidInOneSentence() {
    CouldNotRun failure =
        assertThrows(
            CouldNotRun.class,
            () -> Stage.open(Subject.command("/nowhere/peer"), Scenes.ROOT, StageOptions.usual()));
    assertTrue(failure.getMessage().contains("/nowhere/peer"), failure.getMessage());
  }

  private static long count(List<Operation> rows, Outcome outcome) {
    return rows.stream().filter(row -> row.outcome() == outcome).count();
  }
}
