package org.ipctck.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is said to somebody who asks for what there is not. */
class CommandLineTests {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... words) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(words);
  }

  @ParameterizedTest
  @CsvSource({
    "run --transport pip,pipe",
    "run --transport grpc,later release",
    "run --only ORD-1x,ORD-1",
    "run --only orderin,ordering",
    "run --depth deep,quick",
    "run --shard 4/3,shard",
    "run --budget soon,10m",
    "run --image x,later release",
    "run --format pdf,html",
    "run --nothing,--nothing",
    "run --known-failures /no/such/file,/no/such/file",
    "run --classpath /no/such/path,/no/such/path",
    "list requirement,requirements",
    "explain ORD-0,ORD-1",
    "replay /no/such/file,/no/such/file",
    "replay /proc/version,JSON",
    "report /proc/version,/proc/version",
    "report /tmp,/tmp",
    "run --seed x,--seed",
    "run --depth foo,quick",
    "run --budget -1,10m",
    "report /no/such/file,/no/such/file",
    "report a b,later release",
    "probe /tmp/x,later release",
    "nothing,nothing",
  })
  void badInputIsAnsweredWithASentenceAnd64(String words, String hint) {
    assertEquals(64, execute(words.split(" ")), err::toString);
    assertTrue(err.toString().contains(hint), err::toString);
    assertEquals("", out.toString());
  }

  @Test
  void aFolderThatCannotBeWrittenIsFoundBeforeTheFirstTry() {
    assertEquals(74, execute("run", "--out", "/proc/no-such-folder"));
    assertTrue(err.toString().contains("--out"), err::toString);
  }

  @Test
  void aRequirementIsExplainedInTheWordsOfItsDocument() {
    assertEquals(0, execute("explain", "ORD-1"));
    assertTrue(out.toString().contains("ORD-1 · MUST · Messages arrive"), out::toString);
    assertTrue(out.toString().contains("order=per-sender|queue"), out::toString);
  }

  @Test
  void everyRequirementIsListed() {
    assertEquals(0, execute("list", "requirements"));
    assertEquals(103, out.toString().lines().count());
  }
}
