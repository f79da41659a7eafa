package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other user is barred by the first file that he may not read, if there is such a user. */
final class ReachTests {
  @TempDir private Path folder = Path.of("");

  private Path file(String name, String mode) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = Files.writeString(folder.resolve(name), "x");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  /** Whether somebody else can be become here, which takes root or its rights. */
  private static boolean another() throws Exception {
    return new ProcessBuilder("sh", "-c", "setpriv --reuid=65534 --clear-groups true")
            .start()
            .waitFor()
        == 0;
  }

  @Test
  void theFirstFileThatIsNotForEverybodyBars() throws Exception {
    Path open = file("open.py", "rw-r--r--");
    Path closed = file("closed.py", "rw-------");
    Optional<Path> barred = Reach.barred(List.of("sh", open.toString(), closed.toString()));
    assertEquals(another() ? Optional.of(closed) : Optional.empty(), barred);
  }

  @Test
  void aPartOfAClassPathBarsToo() throws Exception {
    Path open = file("open.jar", "rw-r--r--");
    Path closed = file("closed.jar", "rw-------");
    Optional<Path> barred = Reach.barred(List.of("sh", "-cp", open + ":" + closed, "Main"));
    assertEquals(another() ? Optional.of(closed) : Optional.empty(), barred);
  }

  @Test
  void whatEverybodyMayReadAndWordsThatAreNoFilesBarNobody() throws Exception {
    Path open = file("open.py", "rw-r--r--");
    List<String> command = List.of("sh", open.toString(), "--option", "", "a:b", "\0");
    assertEquals(Optional.empty(), Reach.barred(command));
  }
}
