package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kit clears what a dead one left, and nothing of one that runs beside it. */
class KitTests {
  @TempDir private Path folder = Path.of("");

  private static Process sleeper(String mark) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "600");
    builder.environment().put(Orphans.VARIABLE, mark);
    return builder.start();
  }

  /** The id of this very process, but another start: such a kit must be dead. */
  private static String dead() {
    return Kit.here().mark().replaceFirst("-[0-9a-z]+@", "-1@");
  }

  @Test
  void processesOfADeadKitAreEnded() throws Exception {
    Process left = sleeper(dead());
    Process beside = sleeper(Kit.here().mark());
    Process elsewhere = sleeper(dead().replaceFirst("@.*", "@pid:[1]"));
    Process older = sleeper("1234-5678");
    try {
      Orphans.clearDead();
      assertTrue(left.waitFor(10, TimeUnit.SECONDS));
      assertTrue(beside.isAlive() && elsewhere.isAlive() && older.isAlive());
    } finally {
      left.destroyForcibly();
      beside.destroyForcibly();
      elsewhere.destroyForcibly();
      older.destroyForcibly();
    }
  }

  @Test
  void foldersOfADeadKitAreRemoved() throws IOException {
    String here = Kit.here().brief();
    Path left = folder.resolve("ipct-" + here.replaceFirst("-.*", "-1") + "-1");
    Path beside = folder.resolve("ipct-" + here + "-999");
    Files.createDirectories(left.resolve("t1"));
    Files.createDirectories(beside);
    Scratch.open(folder, false).close();
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(beside));
  }
}
