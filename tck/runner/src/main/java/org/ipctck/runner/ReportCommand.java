package org.ipctck.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipctck.report.Results;
import org.ipctck.report.ResultsFile;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.record.OutputFolder;
import org.ipctck.runner.record.ResultsWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders results again. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Renders the results of a run again.")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

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
    Results results = read(files.getFirst());
    List<String> formats = output.formats();
    OutputFolder folder = output.folder();
    Path report = ResultsWriter.write(results, folder, formats);
    spec.commandLine().getOut().println("report: " + report);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static Results read(Path file) {
    try {
      return ResultsFile.read(file);
    } catch (IOException e) {
      throw CannotGoOn.usage(
          "results are a file that a run wrote: path=" + file + " problem=" + e.getMessage());
    }
  }
}
