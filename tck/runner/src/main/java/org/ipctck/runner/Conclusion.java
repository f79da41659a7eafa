package org.ipctck.runner;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipctck.report.Results;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import org.ipctck.runner.judge.Interruption;
import org.ipctck.runner.judge.Judged;
import org.ipctck.runner.judge.RunRecord;
import org.ipctck.runner.judge.Task;
import org.ipctck.runner.record.OutputFolder;
import org.ipctck.runner.record.ResultsWriter;
import org.ipctck.runner.screen.Failures;
import org.ipctck.runner.screen.Wrapped;
import org.ipctck.runner.verdict.LastLine;

/**
 * What comes at the end of a run: its files, its words and its exit code. What cannot be written is
 * said all the same.
 *
 * @param task what was asked
 * @param started when the run began
 * @param typed the words of its command
 * @param expected what is known to fail
 * @param folder where reports are written
 * @param formats which
 * @param interruption whether somebody wanted it to stop
 * @param out standard output
 * @param err standard error
 */
record Conclusion(
    Task task,
    Instant started,
    List<String> typed,
    Expected expected,
    OutputFolder folder,
    List<String> formats,
    Interruption interruption,
    PrintWriter out,
    PrintWriter err) {

  /** Writes and says what was found, and gives the exit code. */
  int of(List<Judged> judged) {
    List<String> stale = expected.unmatched();
    List<ExitCode> codes = codes(judged, stale);
    Results results = results(judged, ExitCode.worst(codes));
    String report = "none";
    Optional<CannotGoOn> unwritten = Optional.empty();
    try {
      report = write(judged, results).toString();
    } catch (CannotGoOn problem) {
      unwritten = Optional.of(problem);
      codes.add(problem.code());
    }
    ExitCode exit = ExitCode.worst(codes);
    say(results, stale, report);
    unwritten.ifPresent(
        problem ->
            err.println(
                "ipc-tck: " + problem.getMessage() + " (exit " + problem.code().code() + ")"));
    err.flush();
    out.println(LastLine.of(results.subjects(), exit, report));
    out.flush();
    return exit.code();
  }

  private List<ExitCode> codes(List<Judged> judged, List<String> stale) {
    List<ExitCode> codes = new ArrayList<>(judged.stream().map(Judged::exit).toList());
    if (interruption.asked()) {
      codes.add(ExitCode.INTERRUPTED);
    }
    if (!stale.isEmpty()) {
      codes.add(ExitCode.STALE);
    }
    if (judged.isEmpty()) {
      codes.add(ExitCode.NOTHING_EXERCISED);
    }
    return codes;
  }

  private Results results(List<Judged> judged, ExitCode exit) {
    Judged.HostNotes host =
        judged.stream().map(Judged::host).reduce(Judged.HostNotes.none(), Judged.HostNotes::and);
    return new RunRecord(
            Typed.command(typed), started, task.seed(), task.depth(), folder.path().toString())
        .results(judged.stream().map(Judged::subject).toList(), exit, host, task.means().values());
  }

  private Path write(List<Judged> judged, Results results) {
    judged.stream().flatMap(each -> each.replays().stream()).forEach(each -> each.write(folder));
    return ResultsWriter.write(results, folder, formats);
  }

  private void say(Results results, List<String> stale, String report) {
    new Failures(out, Typed.command(List.of("replay")) + " " + folder.path() + "/")
        .tell(results.subjects());
    out.println();
    stale.forEach(each -> out.println("a known failure matches nothing in the catalogue: " + each));
    if (task.requirements().isEmpty()) {
      out.println("the selection is valid and holds no requirement");
    }
    out.println("report: " + report + "  (seed " + task.seed() + ")");
    results.subjects().forEach(each -> out.println(Wrapped.text(each.sentence(), "", "  ")));
  }
}
