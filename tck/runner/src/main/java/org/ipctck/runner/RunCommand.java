package org.ipctck.runner;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.judge.Interruption;
import org.ipctck.runner.judge.Numbers;
import org.ipctck.runner.judge.Screen;
import org.ipctck.runner.judge.SoFar;
import org.ipctck.runner.judge.SubjectRun;
import org.ipctck.runner.judge.Task;
import org.ipctck.runner.machine.Machine;
import org.ipctck.runner.machine.Means;
import org.ipctck.runner.record.OutputFolder;
import org.ipctck.runner.subject.Candidate;
import org.ipctck.runner.subject.Distribution;
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
    Interruption interruption = Interruption.watch();
    try {
      return judge(interruption);
    } finally {
      interruption.over();
    }
  }

  private int judge(Interruption interruption) throws InterruptedException {
    subjects.check();
    judging.check();
    List<String> formats = output.formats();
    OutputFolder folder = output.folder();
    Distribution distribution = Distribution.here();
    Expected expected = Expected.of(judging.knownFailures(), distribution);
    Task task = task(distribution);
    OutputFolder.checkScratch(task.scratch());
    List<Candidate> candidates = subjects.candidates(distribution);
    Conclusion conclusion =
        new Conclusion(
            task,
            Instant.now(),
            typed(),
            expected,
            folder,
            formats,
            interruption,
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
    SoFar found = new SoFar();
    interruption.judging(() -> conclusion.of(found.all()));
    if (!task.requirements().isEmpty()) {
      judge(task, candidates, expected, interruption, found);
    }
    if (!interruption.claim()) {
      interruption.standBack();
    }
    return conclusion.of(found.all());
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

  private void judge(
      Task task,
      List<Candidate> candidates,
      Expected expected,
      Interruption interruption,
      SoFar found)
      throws InterruptedException {
    Numbers numbers = new Numbers();
    try (Screen screen = output.screen()) {
      for (Candidate candidate : candidates) {
        if (!interruption.asked()) {
          found.judge(
              new SubjectRun(
                  task, candidate, expected.of(candidate), screen, interruption, numbers));
        }
      }
    }
  }

  private List<String> typed() {
    return spec.commandLine().getParseResult() == null
        ? List.of()
        : spec.root().commandLine().getParseResult().originalArgs();
  }
}
