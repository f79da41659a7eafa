package org.ipctck.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a recorded counterexample again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Plays a recorded counterexample again, and says how often it reproduces.")
final class ReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "a file of the folder replays of a run")
  private Path file = Path.of("");

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "10",
      description = "how often it is played (default 10)")
  private int times = 10;

  @Override
  public Integer call() {
    if (times < 1) {
      throw CannotGoOn.usage("it is played once at least: times=" + times);
    }
    if (!Files.isReadable(file)) {
      throw CannotGoOn.usage("a replay file cannot be read: path=" + file + "; check it");
    }
    throw new CannotGoOn(ExitCode.KIT_FAILED, "this build lists and explains, and cannot play yet");
  }
}
