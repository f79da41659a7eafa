package org.ipctck.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders results again. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Renders the results of a run again.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "a results.json")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--merge", hidden = true)
  private boolean merge;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    if (merge || files.size() > 1) {
      throw CannotGoOn.usage(
          "to merge or compare results comes with a later release; name one file to render it");
    }
    if (!Files.isReadable(files.getFirst())) {
      throw CannotGoOn.usage("results cannot be read: path=" + files.getFirst() + "; check it");
    }
    output.formats();
    output.folder();
    throw new CannotGoOn(
        ExitCode.KIT_FAILED, "this build lists and explains, and cannot render yet");
  }
}
