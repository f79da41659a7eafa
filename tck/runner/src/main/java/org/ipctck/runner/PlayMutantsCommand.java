package org.ipctck.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipctck.runner.selftest.Kill;
import org.ipctck.runner.selftest.Mutant;
import org.ipctck.runner.selftest.MutantRun;
import org.ipctck.runner.selftest.Mutants;
import org.ipctck.runner.subject.Distribution;
import org.ipctck.stage.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays the faulty transports that it is told on standard input, for {@code self-test}. */
@Command(name = "play-mutants", hidden = true, description = "Part of self-test.")
final class PlayMutantsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--seed", defaultValue = "1")
  private long seed = 1;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Distribution distribution = Distribution.here();
    List<Mutant> all = Mutants.all(distribution);
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String name = asked.readLine();
    while (name != null) {
      Mutant mutant = Mutants.chosen(all, List.of(name)).getFirst();
      Subject subject = MutantRun.subject(mutant, distribution);
      Kill kill = new MutantRun(mutant, seed).play(subject);
      spec.commandLine().getOut().println(kill.answer());
      spec.commandLine().getOut().flush();
      name = asked.readLine();
    }
    return 0;
  }
}
