package org.ipctck.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that finds a JDK, builds and starts. */
class LauncherTests {
  private static final Path SCRIPT = Path.of("..", "ipc-tck");

  @TempDir private Path folder = Path.of("");

  /** A copy of the script in a tree of its own, whose kit looks as if it were built. */
  private Path launcher = SCRIPT;

  @BeforeEach
  void makeATree() throws IOException {
    launcher = folder.resolve("tree/tck/ipc-tck");
    Path dist = folder.resolve("tree/tck/runner/target/dist");
    Files.createDirectories(dist);
    Files.copy(SCRIPT, launcher);
    executable(launcher);
    Files.createFile(dist.resolve("built"));
    Files.createDirectories(folder.resolve("jdks"));
  }

  /** What a start said and how it ended. */
  private record Start(int code, String said) {}

  private Start start(String javaHome) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "one", "two words");
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("IPC_TCK_JDKS", folder.resolve("jdks").toString());
    builder.environment().put("JAVA_HOME", javaHome);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Start(process.waitFor(), said);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve("jdks").resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    String script = "#!/bin/sh\nprintf '%s|' started \"$@\"\nexit 42\n";
    for (String program : new String[] {"java", "javac"}) {
      Files.writeString(home.resolve("bin").resolve(program), script);
      executable(home.resolve("bin").resolve(program));
    }
    return home;
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void withoutAJdkItSaysWhatItFoundAndNeeds() throws IOException, InterruptedException {
    jdk("old", "17.0.1");
    jdk("older", "1.8.0_402");
    Start start = start("");
    assertEquals(69, start.code(), start.said());
    assertTrue(start.said().contains("17.0.1 in "), start.said());
    assertTrue(start.said().contains("1.8.0_402 in "), start.said());
    assertTrue(start.said().contains("version 25 or later is needed"), start.said());
    assertTrue(start.said().contains("https://"), start.said());
  }

  @Test
  void itTakesTheJdkThatIsNewEnoughAndItsExitCode() throws IOException, InterruptedException {
    jdk("a-old", "17.0.1");
    jdk("b-new", "25.0.3");
    Start start = start("");
    assertEquals(42, start.code(), start.said());
    assertTrue(start.said().endsWith("org.ipctck.runner.Main|one|two words|"), start.said());
  }

  @Test
  void javaHomeComesFirst() throws IOException, InterruptedException {
    jdk("a", "25");
    Path mine = jdk("b", "26-ea");
    Files.writeString(mine.resolve("bin/java"), "#!/bin/sh\nexit 43\n");
    assertEquals(43, start(mine.toString()).code());
  }

  @Test
  void itIsStartedThroughASymbolicLink() throws IOException, InterruptedException {
    jdk("a", "25");
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, launcher);
    launcher = link;
    assertEquals(42, start("").code());
  }
}
