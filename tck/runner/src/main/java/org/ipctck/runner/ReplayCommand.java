package org.ipctck.runner;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ipctck.requirement.Verdict;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;
import org.ipctck.runner.judge.Recorded;
import org.ipctck.runner.judge.StagePlayer;
import org.ipctck.runner.record.Replay;
import org.ipctck.runner.subject.Distribution;
import org.ipctck.stage.CouldNotRun;
import org.ipctck.stage.Stage;
import org.ipctck.stage.StageOptions;
import org.ipctck.suite.CheckInfo;
import org.ipctck.suite.CheckResult;
import org.ipctck.suite.Judgement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a recorded counterexample again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Plays a recorded counterexample again, and says how often it reproduces.")
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "a file of the folder replays of a run")
  private Path file = Path.of("");

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "10",
      description = "how often it is played (default 10)")
  private int times = 10;

  @Override
  public Integer call() throws InterruptedException {
    if (times < 1) {
      throw CannotGoOn.usage("it is played once at least: times=" + times);
    }
    if (!Files.isReadable(file)) {
      throw CannotGoOn.usage("a replay file cannot be read: path=" + file + "; check it");
    }
    Replay replay = Replay.read(file);
    CheckInfo check = check(replay);
    PrintWriter out = spec.commandLine().getOut();
    out.println(replay.requirement() + " of " + replay.subject().label() + ", as recorded:");
    out.println("  " + replay.sentence());
    out.flush();
    try (Stage stage =
        Stage.open(
            replay.subject().subject(Distribution.here()),
            Path.of(System.getProperty("java.io.tmpdir")),
            StageOptions.usual())) {
      return play(replay, check, new StagePlayer(stage), out);
    } catch (CouldNotRun problem) {
      throw new CannotGoOn(ExitCode.COULD_NOT_RUN, String.valueOf(problem.getMessage()));
    }
  }

  private int play(Replay replay, CheckInfo check, StagePlayer player, PrintWriter out) {
    int reproduced = 0;
    int open = 0;
    String last = "";
    for (int time = 0; time < times; time++) {
      CheckResult result = Recorded.judge(player, replay.scenario(), check, replay.seed());
      reproduced += result.verdict() == Verdict.FAILED ? 1 : 0;
      open += result.decisive() == 0 && result.verdict() != Verdict.FAILED ? 1 : 0;
      last = result.verdict() == Verdict.FAILED ? result.reason() : last;
    }
    if (!last.isEmpty() && !last.equals(replay.sentence())) {
      out.println("as seen now:");
      out.println("  " + last);
    }
    if (open > 0) {
      out.println(open + " of " + times + " plays were not decisive");
    }
    out.println(verdict(reproduced, changed(replay, player)));
    out.flush();
    return reproduced > 0 ? ExitCode.NOT_CONFORMANT.code() : ExitCode.CONFORMANT.code();
  }

  private String verdict(int reproduced, String changed) {
    String share = reproduced + "/" + times;
    if (reproduced == times) {
      return "REPRODUCED " + share;
    }
    return reproduced > 0
        ? "FLAKY " + share + " (it depends on the schedule; try --times " + 10 * times + ")"
        : "NOT REPRODUCED " + share + changed;
  }

  private static String changed(Replay replay, StagePlayer player) {
    Map<String, String> now = Replay.spelled(player.profile());
    return now.equals(replay.profile())
        ? " (the profile is as it was)"
        : " (the profile has changed since)";
  }

  private static CheckInfo check(Replay replay) {
    return Judgement.checks().stream()
        .filter(each -> each.requirement().equals(replay.requirement()))
        .filter(each -> each.name().equals(replay.check()))
        .findFirst()
        .orElseThrow(
            () ->
                CannotGoOn.usage(
                    "a replay names a check of this kit: check="
                        + replay.requirement()
                        + "/"
                        + replay.check()
                        + " recorded-by="
                        + replay.kit()));
  }
}
