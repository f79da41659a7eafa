package org.ipctck.runner;

import java.util.concurrent.Callable;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Judges subjects. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Judges one or more subjects; none named: every reference implementation.")
final class RunCommand implements Callable<Integer> {
  @Mixin private SubjectOptions subjects = new SubjectOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    subjects.check();
    judging.check();
    output.formats();
    output.folder();
    throw new CannotGoOn(
        ExitCode.KIT_FAILED, "this build lists and explains, and cannot judge yet");
  }
}
