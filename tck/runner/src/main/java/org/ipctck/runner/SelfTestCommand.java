package org.ipctck.runner;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import org.ipctck.runner.judge.Interruption;
import org.ipctck.runner.judge.Screen;
import org.ipctck.runner.record.Json;
import org.ipctck.runner.record.Listing;
import org.ipctck.runner.record.OutputFolder;
import org.ipctck.runner.selftest.Kill;
import org.ipctck.runner.selftest.KillMatrix;
import org.ipctck.runner.selftest.Mutant;
import org.ipctck.runner.selftest.Mutants;
import org.ipctck.runner.selftest.Workers;
import org.ipctck.runner.subject.Distribution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays the faulty transports. */
@Command(
    name = "self-test",
    mixinStandardHelpOptions = true,
    description = "Plays the faulty transports: does the kit find each, and blame it rightly?",
    footer = {
      "%nExamples:",
      "  ipc-tck self-test",
      "  ipc-tck self-test --only ORD-3,INT-* --jobs 4 --out kills"
    })
final class SelfTestCommand implements Callable<Integer> {
  /** Characters of a note that are shown. */
  private static final int NOTE = 300;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "MUTANT|ID|GLOB",
      description = "faulty transports, or what they violate, with commas between")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "how many are played at a time (default: one more than the processors)")
  private int jobs = Runtime.getRuntime().availableProcessors() + 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "where all random choices come from (default 1)")
  private long seed = 1;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws InterruptedException {
    if (jobs < 1) {
      throw CannotGoOn.usage("one at least is played at a time: jobs=" + jobs);
    }
    output.formats();
    OutputFolder folder = output.folder();
    List<Mutant> mutants = Mutants.chosen(Mutants.all(Distribution.here()), only);
    Interruption interruption = Interruption.watch();
    interruption.judging(
        () -> System.err.println("ipc-tck: interrupted; what was found could not be written"));
    KillMatrix matrix = KillMatrix.of(played(mutants, interruption));
    Path file =
        folder.write("kill-matrix.json", path -> Files.writeString(path, Json.text(matrix)));
    ExitCode exit = exit(matrix, mutants.size(), interruption);
    say(matrix, mutants.size(), exit, file);
    interruption.over();
    return exit.code();
  }

  private List<Kill> played(List<Mutant> mutants, Interruption interruption)
      throws InterruptedException {
    if (mutants.isEmpty()) {
      return List.of();
    }
    return play(mutants, interruption);
  }

  private List<Kill> play(List<Mutant> mutants, Interruption interruption)
      throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    try (Screen screen = output.screen()) {
      screen.opening("the faulty transports");
      screen.planned(mutants.size());
      Workers workers =
          new Workers(
              mutants,
              seed,
              kill -> screen.done(line(kill, done.incrementAndGet(), mutants.size())));
      interruption.tell(workers::cancel);
      Map<String, Kill> kills = workers.play(Math.min(jobs, Math.max(1, mutants.size())));
      return mutants.stream()
          .filter(each -> kills.containsKey(each.name()))
          .map(each -> kills.get(each.name()))
          .toList();
    }
  }

  private static String line(Kill kill, int place, int all) {
    return "%8s [%6.1fs] (%d/%d) %s %s%s"
        .formatted(
            word(kill),
            kill.durationMs() / 1000.0,
            place,
            all,
            kill.name(),
            kill.violates(),
            kill.killed() && kill.exact() ? "" : ": " + cut(kill.why()));
  }

  private static String word(Kill kill) {
    return kill.killed() ? kill.exact() ? "KILLED" : "INEXACT" : "ALIVE";
  }

  private static ExitCode exit(KillMatrix matrix, int asked, Interruption interruption) {
    if (interruption.asked()) {
      return ExitCode.INTERRUPTED;
    }
    if (asked == 0) {
      return ExitCode.NOTHING_EXERCISED;
    }
    return matrix.exact() == asked ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  /** The whole stands in the matrix. */
  private static String cut(String note) {
    return note.length() > NOTE ? note.substring(0, NOTE) + " ..." : note;
  }

  private void say(KillMatrix matrix, int asked, ExitCode exit, Path file) {
    PrintWriter out = spec.commandLine().getOut();
    List<List<Object>> rows = matrix.mutants().stream().map(SelfTestCommand::row).toList();
    out.print(
        new Listing(List.of("name", "of", "bug", "violates", "failed", "word"), 6, rows).text());
    for (Kill kill : matrix.mutants()) {
      if (!kill.killed() || !kill.exact()) {
        out.println(word(kill) + " " + kill.name() + ": " + kill.sentence());
        kill.checks().forEach(check -> out.println("  failed: " + check));
        kill.notes().forEach(note -> out.println("  " + cut(note)));
      }
    }
    out.println(
        matrix.killed() + " of " + asked + " killed, " + matrix.exact() + " of them exactly");
    out.println(
        "ipc-tck: verdict=%s exit=%d must=%d/%d failed=%d untested=%d inconclusive=0 known=0 na=0 report=%s"
            .formatted(
                exit == ExitCode.CONFORMANT ? "CONFORMANT" : verdict(exit),
                exit.code(),
                matrix.exact(),
                asked,
                matrix.total() - matrix.exact(),
                asked - matrix.total(),
                file));
    out.flush();
  }

  private static String verdict(ExitCode exit) {
    return exit == ExitCode.NOT_CONFORMANT ? "NOT_CONFORMANT" : "UNDECIDED";
  }

  private static List<Object> row(Kill kill) {
    return List.of(
        kill.name(), kill.subject(), kill.bug(), kill.violates(), kill.failed(), word(kill));
  }
}
