package org.ipctck.runner;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry of the kit. */
public final class Main {
  /** What jqwik says of its own shrinking helps nobody here; held, lest it be collected. */
  private static final Logger GENERATORS = Logger.getLogger("net.jqwik");

  private Main() {}

  /** Carries out one command and exits with its code. */
  public static void main(String[] words) {
    GENERATORS.setLevel(Level.OFF);
    System.exit(execute(words));
  }

  /** Carries out one command and gives its exit code. */
  static int execute(String... words) {
    return commandLine().execute(words);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new IpcTck());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOverwrittenOptionsAllowed(false);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(Main::wrongUsage);
    line.setExecutionExceptionHandler((problem, on, parsed) -> stopped(problem, on));
    line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE.code());
    return line;
  }

  private static int wrongUsage(ParameterException problem, String[] words) {
    CommandLine line = problem.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("ipc-tck: " + problem.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
      String command = line.getCommandSpec().qualifiedName();
      err.println("Try '" + command + " --help'.");
    }
    err.flush();
    return ExitCode.USAGE.code();
  }

  private static int stopped(Exception problem, CommandLine on) {
    PrintWriter err = on.getErr();
    if (problem instanceof CannotGoOn reason) {
      err.println("ipc-tck: " + reason.getMessage() + " (exit " + reason.code().code() + ")");
      err.flush();
      return reason.code().code();
    }
    Arrays.stream(problem.getStackTrace()).limit(30).forEach(frame -> err.println("  at " + frame));
    err.println("ipc-tck: the kit itself failed: " + problem + " (exit 70)");
    err.flush();
    return ExitCode.KIT_FAILED.code();
  }
}
