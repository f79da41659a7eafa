package org.ipctck.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ipctck.report.Results;
import org.ipctck.report.ResultsFile;
import org.ipctck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One run with real processes, from the words of the command line to the files. */
class EndToEndTests {
  @TempDir private Path folder = Path.of("");

  /** A distribution whose jars are the class folders, or jars, of this very build. */
  static Path distribution(Path folder) throws IOException {
    Path home = folder.resolve("dist");
    link(home.resolve("peer"), "tck/spi/", "tck/peer/", "ipc-tck-spi", "ipc-tck-peer");
    link(home.resolve("transports/channel"), "reference-impls/channel/", "ipc-tck-channel");
    link(
        home.resolve("transports/correct"),
        "fixtures/correct-transports/",
        "reference-impls/posix/",
        "reference-impls/unix-socket/",
        "ipc-tck-correct-transports",
        "ipc-tck-posix",
        "ipc-tck-unix-socket");
    return home;
  }

  private static void link(Path target, String... parts) throws IOException {
    Files.createDirectories(target);
    List<Path> entries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> Arrays.stream(parts).anyMatch(part -> isOf(entry, part)))
            .map(Path::of)
            .toList();
    for (int place = 0; place < entries.size(); place++) {
      String name = Files.isDirectory(entries.get(place)) ? "classes" : "it.jar";
      Files.createSymbolicLink(target.resolve(place + "-" + name), entries.get(place));
    }
  }

  private static boolean isOf(String entry, String part) {
    String name = Path.of(entry).getFileName().toString();
    return part.endsWith("/")
        ? entry.contains("/" + part + "target/classes")
        : name.startsWith(part + "-") && name.endsWith(".jar");
  }

  @Test
  void aReferenceIsJudgedAndTheReportsAreWritten() throws IOException {
    System.setProperty("ipctck.home", distribution(folder).toString());
    Path out = folder.resolve("out");
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said));
    int code =
        line.execute(
            ("run --transport channel --only ORD-1 --progress none --seed 7 --out " + out)
                .split(" "));
    Results results = ResultsFile.read(out.resolve("results.json"));
    Results.Requirement judged = results.subjects().getFirst().requirements().getFirst();
    assertEquals(Verdict.PASSED, judged.verdict(), judged::reason);
    assertEquals(0, code, said::toString);
    assertTrue(judged.checks().getFirst().decisive() >= 20, judged::toString);
    assertTrue(judged.checks().getFirst().messages() >= 1_000, judged::toString);
    assertTrue(Files.exists(out.resolve("report.html")));
    assertTrue(Files.exists(out.resolve("junit.xml")));
    String last = said.toString().lines().toList().getLast();
    assertEquals(
        "ipc-tck: verdict=CONFORMANT exit=0 must=1/1 failed=0 untested=0 inconclusive=0 known=0"
            + " na=0 report="
            + out.resolve("report.html"),
        last);
  }

  @Test
  void aReportThatCannotBeWrittenTakesNothingFromTheVerdict() throws IOException {
    System.setProperty("ipctck.home", distribution(folder).toString());
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.createSymbolicLink(out.resolve("results.json"), Path.of("/dev/full"));
    StringWriter said = new StringWriter();
    StringWriter complained = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(complained));
    int code =
        line.execute(
            ("run --transport channel --only LIF-2 --progress none --out " + out).split(" "));
    assertEquals(74, code, complained::toString);
    assertTrue(complained.toString().contains("No space left on device"), complained::toString);
    assertTrue(complained.toString().contains("--out"), complained::toString);
    String last = said.toString().lines().toList().getLast();
    assertTrue(last.startsWith("ipc-tck: verdict=CONFORMANT exit=74 must=1/1"), last);
    assertTrue(last.endsWith(" report=none"), last);
  }

  @Test
  void aValidSelectionThatIsEmptyIsNotGreen() throws IOException {
    System.setProperty("ipctck.home", distribution(folder).toString());
    int code =
        Main.commandLine()
            .execute(
                ("run --transport channel --only XYZ-* --progress none --out " + folder + "/out")
                    .split(" "));
    assertEquals(4, code);
  }

  @Test
  void aPeerThatDoesNotStartIsASentenceAnd69() throws IOException {
    System.setProperty("ipctck.home", distribution(folder).toString());
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said));
    int code =
        line.execute(
            "run",
            "--peer",
            "/no/such/peer",
            "--only",
            "ORD-1",
            "--progress",
            "none",
            "--out",
            folder.resolve("out").toString());
    assertEquals(69, code, said::toString);
    assertTrue(said.toString().contains("/no/such/peer could not run:"), said::toString);
  }
}
