package org.ipctck.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plays on the anonymous pipe, whose families hold many pipes of which one is used at a time. */
final class InheritedChannelTests {
  private static Stage stage;

  @BeforeAll
  static void open() throws Exception {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<Path> classpath = Arrays.stream(path.split(":")).map(Path::of).toList();
    Subject subject = Subject.java("anonymous-pipe", classpath, Subject.Hosting.JVM);
    Path root = Path.of(System.getProperty("java.io.tmpdir"));
    stage = Stage.open(subject, root, StageOptions.usual());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void theEndOfAPipeIsSeenBesideOthersThatWait() throws Exception {
    for (int i = 0; i < 12; i++) {
      int senders = 1 + i % 3;
      Played played = stage.play(traffic("c", senders, 1 + i * 3, 50 << i));
      assertTrue(played.decisive(), played.reason());
      assertEquals(5L * senders, count(played, Outcome.MESSAGE));
      assertEquals(1, count(played, Outcome.END));
      assertEquals(List.of(), played.history().leaks());
    }
  }

  @Test
  void aNameThatMattersIsHandedDownAsItIs() throws Exception {
    Played played = stage.play(traffic("a-b", 1, 4, 64));
    assertEquals(5, count(played, Outcome.MESSAGE));
    assertEquals(1, count(played, Outcome.END));
  }

  @Test
  void deathIsSeenBesidePipesThatWait() throws Exception {
    for (int i = 0; i < 4; i++) {
      Played played = stage.play(struck());
      assertTrue(played.decisive(), played.reason());
      assertEquals(1, count(played, Outcome.BROKEN));
      assertEquals(5, count(stage.play(traffic("c", 1, 4, 64)), Outcome.MESSAGE));
    }
  }

  private static long count(Played played, Outcome outcome) {
    return played.history().operations().rows().filter(r -> r.outcome() == outcome).count();
  }

  private static Scenario traffic(String path, int senders, int capacity, int bytes) {
    List<End> ends = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    ends.add(new End("r", "bob", "c", End.Side.RECEIVER, 0));
    steps.add(new Step("r.open", "r", new Action.Open(5_000), Gate.open()));
    String[] opens = new String[senders];
    for (int i = 0; i < senders; i++) {
      String end = "s" + i;
      opens[i] = end + ".open";
      ends.add(new End(end, "alice" + i % 2, "c", End.Side.SENDER, 1 + i));
      steps.add(new Step(opens[i], end, new Action.Open(5_000), Gate.open()));
      steps.add(new Step(end + ".send", end, send(5, bytes), Gate.open()));
      steps.add(new Step(end + ".close", end, new Action.Close(), Gate.open()));
    }
    Action take = new Action.Receive(100, 5_000, 0, true);
    steps.add(new Step("r.take", "r", take, Gate.done(opens)));
    ChannelPlan plan = new ChannelPlan("c", 1, path, "", capacity, bytes, senders, 1);
    return new Scenario("traffic", 1, List.of(plan), ends, steps, List.of(), 1);
  }

  private static Action send(int count, int bytes) {
    return new Action.Send(Collections.nCopies(count, bytes), Action.FOREVER, 0, false, false);
  }

  private static Scenario struck() {
    ChannelPlan plan = new ChannelPlan("c", 1, "c", "", 4, 64, 1, 1);
    List<End> ends =
        List.of(
            new End("r", "bob", "c", End.Side.RECEIVER, 0),
            new End("s", "alice", "c", End.Side.SENDER, 1));
    Action wait = new Action.Receive(1_000, 10_000, 0, true);
    List<Step> steps =
        List.of(
            new Step("r.open", "r", new Action.Open(5_000), Gate.open()),
            new Step("s.open", "s", new Action.Open(5_000), Gate.open()),
            new Step("s.send", "s", send(500, 64), Gate.open()),
            new Step("r.take", "r", wait, Gate.open()));
    Trigger trigger = new Trigger.Operation("s.send", 20, true);
    Fault kill = new Fault("kill", Fault.Kind.SIGKILL, "alice", trigger, 0);
    return new Scenario("struck", 1, List.of(plan), ends, steps, List.of(kill), 1);
  }
}
