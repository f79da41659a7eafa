package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.ipctck.scenario.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit sees what is around the peers, and puts there what it says. */
final class MovesTests {
  @TempDir Path directory;

  @Test
  void everyThingThatIsPutIsSeenForWhatItIs() throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    List<Sight.Type> seen = new ArrayList<>();
    for (Move.Thing thing : Move.Thing.values()) {
      Path path = directory.resolve("n");
      Things.put(thing, path, elsewhere);
      seen.add(Sights.name(directory, path, true).orElseThrow().type());
      Things.remove(path);
      assertTrue(Sights.name(directory, path, true).isEmpty());
    }
    assertEquals(
        List.of(
            Sight.Type.FILE,
            Sight.Type.DIRECTORY,
            Sight.Type.LINK,
            Sight.Type.LINK,
            Sight.Type.FIFO,
            Sight.Type.SOCKET),
        seen);
  }

  @Test
  void aFileThatWasWrittenToIsAnother() throws Exception {
    Path file = Files.writeString(directory.resolve("n"), "before");
    Sight.Name before = Sights.name(directory, file, true).orElseThrow();
    assertTrue(before.unchanged(Sights.name(directory, file, true).orElseThrow()));
    Files.writeString(file, "behind");
    assertFalse(before.unchanged(Sights.name(directory, file, true).orElseThrow()));
  }

  @Test
  void aStarvedProcessHasNoDescriptorLeft() throws Exception {
    String script = "echo ready; read a; exec 9</dev/null";
    Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
    // A shell that cannot load its own libraries never gets so far.
    assertEquals("ready", process.inputReader().readLine());
    Descriptors limit = Descriptors.of(process.pid());
    limit.leave(0);
    process.outputWriter().append("go\n").flush();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertTrue(process.exitValue() != 0);
  }

  @Test
  void aPeerRunsWhereTheScenarioSays() throws Exception {
    Scenario plain =
        Scenes.of(
            "moves",
            List.of(
                Scenes.step("ro", "rx", new Action.Open(1_000)),
                new Step("rc", "rx", new Action.Close(), new Gate.AfterMove("look"))));
    Scenario scenario =
        new Scenario(
            plain.name(),
            plain.seed(),
            plain.channels(),
            plain.ends(),
            plain.steps(),
            plain.faults(),
            1,
            List.of(
                new Surroundings(
                    plain.ends().getFirst().process(), List.of(new Condition.Umask("077")))),
            List.of(new Move("look", new Move.Look(), Gate.done("ro"))));
    try (Stage stage = Stage.open(Scenes.toy(), Scenes.ROOT, StageOptions.usual())) {
      Played played = stage.play(scenario);
      assertTrue(played.decisive(), played.reason());
      Sight look = played.history().sight("look").orElseThrow();
      assertTrue(look.held().stream().anyMatch(held -> held.descriptor() == 0), look.toString());
      assertEquals(List.of(), look.sockets());
    }
  }
}
