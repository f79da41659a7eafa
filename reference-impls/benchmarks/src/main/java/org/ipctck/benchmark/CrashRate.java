package org.ipctck.benchmark;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.ipctck.stage.Played;
import org.ipctck.stage.Stage;
import org.ipctck.stage.StageOptions;
import org.ipctck.stage.Subject;

/**
 * How many crashes a second the stage observes on the pipe: a JVM that sends on several channels is
 * killed at a random operation, and each channel's receiver is an observation when it was told of
 * the death. Arguments: channels a sender, seconds, and a file of the peers' classes as {@code
 * ipc-tck run} keeps it, if there is one for this class path.
 */
public final class CrashRate {
  private static final int MESSAGES = 400;

  private CrashRate() {}

  /** Prints kills and observations a second. */
  public static void main(String[] arguments) throws Exception {
    int channels = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
    List<Path> classpath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Subject plain = Subject.java("pipe", classpath, Subject.Hosting.JVM);
    Subject subject = arguments.length > 2 ? plain.with("-XX:AOTCache=" + arguments[2]) : plain;
    SplittableRandom random = new SplittableRandom(1);
    try (Stage stage = Stage.open(subject, Path.of("/tmp"), StageOptions.usual())) {
      int kills = 0;
      int observations = 0;
      int tries = 0;
      long start = System.nanoTime();
      while (System.nanoTime() - start < seconds * 1_000_000_000L) {
        Played played = stage.play(scenario(channels, 1 + random.nextInt(MESSAGES)));
        tries++;
        kills += played.landed().getOrDefault("SIGKILL", 0);
        observations += told(played.history());
      }
      double took = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "channels a sender %d: tries %d, kills %.1f a second, observations %.1f a second%n",
          channels,
          tries,
          kills / took,
          observations / took);
    }
  }

  private static int told(History history) {
    return (int)
        history
            .operations()
            .rows()
            .filter(row -> row.kind() == Kind.RECEIVE && row.outcome() == Outcome.BROKEN)
            .count();
  }

  private static Scenario scenario(int channels, int strikeAt) {
    List<ChannelPlan> plans = new ArrayList<>();
    List<End> ends = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i <= channels; i++) {
      String channel = "c" + i;
      plans.add(new ChannelPlan(channel, i, channel, "", 16, 4096, 1, 1));
      ends.add(new End("r" + i, "bob", channel, End.Side.RECEIVER, 0));
      ends.add(new End("s" + i, "alice", channel, End.Side.SENDER, 1));
      steps.add(new Step("ro" + i, "r" + i, new Action.Open(5_000), Gate.open()));
      steps.add(new Step("so" + i, "s" + i, new Action.Open(5_000), Gate.open()));
      List<Integer> sizes = Collections.nCopies(MESSAGES * 2, 64);
      steps.add(
          new Step(
              "ss" + i,
              "s" + i,
              new Action.Send(sizes, Action.FOREVER, 0, false, false),
              Gate.open()));
      steps.add(
          new Step(
              "rr" + i,
              "r" + i,
              new Action.Receive(Integer.MAX_VALUE, Action.FOREVER, 0, false),
              Gate.open()));
    }
    Fault kill =
        new Fault(
            "kill", Fault.Kind.SIGKILL, "alice", new Trigger.Operation("ss1", strikeAt, false), 0);
    return new Scenario("crash rate", strikeAt, plans, ends, steps, List.of(kill), 1);
  }
}
