package org.ipctck.runner;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ipctck.report.Results;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.exit.ExitCode;
import org.ipctck.runner.judge.Interruption;
import org.ipctck.runner.judge.Judged;
import org.ipctck.runner.judge.Numbers;
import org.ipctck.runner.judge.RunRecord;
import org.ipctck.runner.judge.Screen;
import org.ipctck.runner.judge.SubjectRun;
import org.ipctck.runner.judge.Task;
import org.ipctck.runner.machine.Machine;
import org.ipctck.runner.machine.Means;
import org.ipctck.runner.record.OutputFolder;
import org.ipctck.runner.record.ResultsWriter;
import org.ipctck.runner.screen.Failures;
import org.ipctck.runner.subject.Candidate;
import org.ipctck.runner.subject.Distribution;
import org.ipctck.runner.verdict.LastLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Judges subjects. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Judges one or more subjects; none named: every reference implementation.",
    footer = {
      "%nExamples:",
      "  ipc-tck run --transport pipe --only ORD,CRA-1",
      "  ipc-tck run --classpath my-adapter.jar:my-transport.jar --seed 7",
      "  ipc-tck run --peer \"python3 my_peer.py\" --known-failures known.txt --budget 10m"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SubjectOptions subjects = new SubjectOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws InterruptedException {
    subjects.check();
    judging.check();
    List<String> formats = output.formats();
    OutputFolder folder = output.folder();
    Distribution distribution = Distribution.here();
    Expected expected = Expected.of(judging.knownFailures(), distribution);
    List<Candidate> candidates = subjects.candidates(distribution);
    Interruption interruption = Interruption.watch();
    Instant started = Instant.now();
    Task task = task(distribution);
    List<Judged> judged = List.of();
    if (!task.requirements().isEmpty()) {
      judged = judge(task, candidates, expected, interruption);
    }
    int code = conclude(task, started, judged, expected, folder, formats, interruption);
    interruption.over();
    return code;
  }

  private Task task(Distribution distribution) {
    List<Requirement> requirements = judging.selection().requirements();
    Map<String, Means> means = new LinkedHashMap<>();
    Machine.means().forEach(each -> means.put(each.name(), each));
    return new Task(
        requirements,
        judging.depth(),
        judging.seed(),
        judging.budget(),
        judging.strict(),
        means,
        distribution,
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  private List<Judged> judge(
      Task task, List<Candidate> candidates, Expected expected, Interruption interruption)
      throws InterruptedException {
    List<Judged> judged = new ArrayList<>();
    Numbers numbers = new Numbers();
    try (Screen screen = output.screen()) {
      for (Candidate candidate : candidates) {
        if (!interruption.asked()) {
          judged.add(
              new SubjectRun(task, candidate, expected.of(candidate), screen, interruption, numbers)
                  .judge());
        }
      }
    }
    return judged;
  }

  private int conclude(
      Task task,
      Instant started,
      List<Judged> judged,
      Expected expected,
      OutputFolder folder,
      List<String> formats,
      Interruption interruption) {
    List<Results.Subject> all = judged.stream().map(Judged::subject).toList();
    List<String> stale = expected.unmatched();
    ExitCode exit = exit(judged, stale, interruption);
    Judged.HostNotes host =
        judged.stream().map(Judged::host).reduce(Judged.HostNotes.none(), Judged.HostNotes::and);
    Results results =
        new RunRecord(
                Typed.command(typed()),
                started,
                task.seed(),
                task.depth(),
                folder.path().toString())
            .results(all, exit, host, task.means().values());
    judged.stream().flatMap(each -> each.replays().stream()).forEach(each -> each.write(folder));
    Path report = ResultsWriter.write(results, folder, formats);
    say(results, task, stale, folder, report, exit);
    return exit.code();
  }

  private List<String> typed() {
    return spec.commandLine().getParseResult() == null
        ? List.of()
        : spec.root().commandLine().getParseResult().originalArgs();
  }

  private static ExitCode exit(List<Judged> judged, List<String> stale, Interruption interruption) {
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
    return ExitCode.worst(codes);
  }

  private void say(
      Results results,
      Task task,
      List<String> stale,
      OutputFolder folder,
      Path report,
      ExitCode exit) {
    PrintWriter out = spec.commandLine().getOut();
    new Failures(out, Typed.command(List.of("replay")) + " " + folder.path() + "/")
        .tell(results.subjects());
    out.println();
    stale.forEach(each -> out.println("a known failure matches nothing in the catalogue: " + each));
    if (task.requirements().isEmpty()) {
      out.println("the selection is valid and holds no requirement");
    }
    out.println("report: " + report + "  (seed " + task.seed() + ")");
    results.subjects().forEach(each -> out.println(each.sentence()));
    out.println(LastLine.of(results.subjects(), exit, report.toString()));
    out.flush();
  }
}
