package org.ipctck.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays the faulty transports. */
@Command(
    name = "self-test",
    mixinStandardHelpOptions = true,
    description = "Plays the faulty transports: does the kit find each, and blame it rightly?")
final class SelfTestCommand implements Callable<Integer> {
  @Option(
      names = "--only",
      split = ",",
      paramLabel = "MUTANT|ID|GLOB",
      description = "faulty transports, or what they violate, with commas between")
  private List<String> only = new ArrayList<>();

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    output.formats();
    output.folder();
    throw new CannotGoOn(
        ExitCode.KIT_FAILED, "this build cannot play faulty transports yet: " + only);
  }
}
