package org.ipctck.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Adapters that cannot be judged get a sentence and an exit code, never a verdict. */
class HostileAdapterTests {
  @TempDir private Path folder = Path.of("");
  private final StringWriter said = new StringWriter();

  /** Has a profile, and opens nothing. */
  public static class Modest implements Transport {
    @Override
    public Profile profile() {
      return Profile.of("modest", "1").with(Promise.REACH, "runtime");
    }

    @Override
    public Sender openSender(Channel channel, Duration timeout) {
      throw new IllegalStateException("never opened");
    }

    @Override
    public Receiver openReceiver(Channel channel, Duration timeout) {
      throw new IllegalStateException("never opened");
    }
  }

  /** Has the name of another. */
  public static final class Namesake extends Modest {}

  /** Cannot be made. */
  public static final class Throwing extends Modest {
    /** Always throws. */
    public Throwing() {
      throw new IllegalStateException("no licence file");
    }
  }

  /** Ends the process that makes it. */
  public static final class Exiting extends Modest {
    /** Always exits. */
    public Exiting() {
      System.exit(3);
    }
  }

  private int run(String... classes) throws IOException {
    System.setProperty("ipctck.home", EndToEndTests.distribution(folder).toString());
    Path services = folder.resolve("adapter/META-INF/services");
    Files.createDirectories(services);
    Files.write(services.resolve(Transport.class.getName()), List.of(classes));
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(said));
    String classpath =
        folder.resolve("adapter") + File.pathSeparator + Path.of("target", "test-classes");
    String out = folder.resolve("out").toString();
    return line.execute(
        "run", "--classpath", classpath, "--only", "ORD-1", "--progress", "none", "--out", out);
  }

  private void assertSaid(String words) {
    assertTrue(said.toString().contains(words), said::toString);
  }

  @Test
  void whatItsConstructorThrewIsSaid() throws IOException {
    assertEquals(69, run(Throwing.class.getName()), said::toString);
    assertSaid("Throwing could not run: a transport is made by its constructor");
    assertSaid("IllegalStateException: no licence file");
  }

  @Test
  void oneThatExitsIsNotLeftOutInSilence() throws IOException {
    assertEquals(69, run(Exiting.class.getName()), said::toString);
    assertSaid("Exiting could not run: a peer answers hello: it ended with exit status 3");
  }

  @Test
  void oneWhoseClassIsMissingIsNotLeftOutInSilence() throws IOException {
    assertEquals(69, run("vendor.NotThere"), said::toString);
    assertSaid("NotThere could not run:");
    assertSaid("Provider vendor.NotThere not found");
  }

  @Test
  void twoOfOneNameAreRefused() throws IOException {
    assertEquals(64, run(Modest.class.getName(), Namesake.class.getName()), said::toString);
    assertSaid("two profiles say name=modest");
  }
}
