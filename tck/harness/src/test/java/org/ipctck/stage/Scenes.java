package org.ipctck.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.ipctck.fault.Fault;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;

/** Scenarios that tests play, and the subjects that play them. */
final class Scenes {
  static final Path ROOT = Path.of(System.getProperty("java.io.tmpdir"));

  private Scenes() {}

  static Subject toy() {
    return Subject.java("toy", classpath(), Subject.Hosting.THREAD);
  }

  /** The toy transport with something wrong, started through these words of a shell. */
  static Subject wrong(String mode, String... before) {
    List<String> command = new ArrayList<>(List.of(before));
    command.addAll(toy().command());
    command.add(before.length + 1, "-Dtoy=" + mode);
    return new Subject("toy", Subject.Hosting.THREAD, command, Map.of());
  }

  static List<Path> classpath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(":")).map(Path::of).toList();
  }

  static ChannelPlan channel() {
    return new ChannelPlan("c", 1, "c", "", 8, 65536, 1, 1);
  }

  static List<End> ends() {
    return List.of(
        new End("rx", "bob", "c", End.Side.RECEIVER, 0),
        new End("tx", "alice", "c", End.Side.SENDER, 1));
  }

  static Scenario of(String name, List<Step> steps, Fault... faults) {
    return new Scenario(name, 1, List.of(channel()), ends(), steps, List.of(faults), 1);
  }

  static Step step(String id, String end, Action action) {
    return new Step(id, end, action, Gate.open());
  }

  static Action.Send send(int count, int bytes) {
    return new Action.Send(Collections.nCopies(count, bytes), 5_000, 0, false, false);
  }

  /** So many messages from one sender to one receiver, until the end. */
  static Scenario traffic(int count, int bytes) {
    return of(
        "traffic",
        List.of(
            step("ro", "rx", new Action.Open(5_000)),
            step("so", "tx", new Action.Open(5_000)),
            step("ss", "tx", send(count, bytes)),
            step("rr", "rx", new Action.Receive(count + 1, 5_000, 0, true)),
            step("sc", "tx", new Action.Close()),
            step("rc", "rx", new Action.Close())));
  }
}
