package org.ipctck.runner;

import org.ipctck.runner.record.Kit;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
    name = "ipc-tck",
    mixinStandardHelpOptions = true,
    version = "ipc-tck " + Kit.VERSION,
    description = "Judges transports for local inter-process communication.",
    subcommands = {
      RunCommand.class,
      ListCommand.class,
      ExplainCommand.class,
      DoctorCommand.class,
      ReplayCommand.class,
      SelfTestCommand.class,
      ReportCommand.class,
      LaterCommand.class,
      PlayMutantsCommand.class,
      HelpCommand.class
    },
    footer =
        "%nExit codes: 0 conformant, 1 not, 2 undecided, 3 a stale expectation, 4 nothing exercised, "
            + "64 wrong usage, 69 a subject could not run, 70 the kit failed, "
            + "74 a report could not be written, 130 interrupted.")
final class IpcTck implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
