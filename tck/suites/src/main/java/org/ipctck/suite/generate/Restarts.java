package org.ipctck.suite.generate;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists senders that outlive their receiver and go on when another has taken its place. */
public final class Restarts {
  private static final int PAUSE_MS = 20;

  /** What is granted on top of a declared bound, and half as much again. */
  private static final int BEYOND_MS = 1_500;

  private final Terms terms;

  private Restarts(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Restarts now() {
    return new Restarts(Terms.now());
  }

  /** Those that these terms allow. */
  public static Restarts on(Terms terms) {
    return new Restarts(terms);
  }

  /** The receivers die before anything was sent, when all was taken, and when something waits. */
  public List<Scenario> scenarios(String name) {
    return Stream.of(0, 1, 4).map(sent -> write(name, sent)).toList();
  }

  private Scenario write(String name, int sent) {
    Script script = new Script(terms, name, sent + 1);
    int channels = terms.manyThreads() ? 2 : 1;
    int bytes = terms.size(200);
    for (int i = 0; i < channels; i++) {
      String channel = "c" + i;
      script.channel(channel, terms.capacity(16, bytes), bytes);
      script.receiver("bob" + i, "b", channel).sender("alice" + i, "a", channel);
      if (sent > 0) {
        script.send("alice" + i, "send", Collections.nCopies(sent, bytes), Gate.open());
        script.take("bob" + i, "take", (sent + 1) / 2, 0, Gate.open());
      }
    }
    script.fault("kill", Fault.Kind.SIGKILL, "bob0", new Trigger.Reached(ready(channels, sent)), 0);
    for (int i = 0; i < channels; i++) {
      goOn(script, i, bytes);
    }
    return script.build();
  }

  private static Gate ready(int channels, int sent) {
    List<String> steps =
        Stream.iterate(0, i -> i < channels, i -> i + 1)
            .flatMap(
                i ->
                    sent > 0
                        ? Stream.of("alice" + i + ".send", "bob" + i + ".take")
                        : Stream.of("alice" + i + ".open", "bob" + i + ".open"))
            .toList();
    return new Gate.After(steps, Gate.Moment.DONE);
  }

  /** A sender that tries until it is told, and again when there is another receiver. */
  private void goOn(Script script, int i, int bytes) {
    int bound = Integer.parseInt(terms.profile().get(Promise.BOUND));
    List<Integer> many = Collections.nCopies((bound + BEYOND_MS) / PAUSE_MS, bytes);
    Action tell = new Action.Send(many, PAUSE_MS, PAUSE_MS * 1_000, true, false);
    String sender = "alice" + i;
    String second = "bob-2" + i;
    script.end(second, "b2", "c" + i, End.Side.RECEIVER, 1);
    script.step(sender, "told", tell, new Gate.AfterFault("kill"));
    script.open(second, Gate.done(sender + ".told"));
    script.step(sender, "late", tell, Gate.done(second + ".open"));
    Gate tried = Gate.done(sender + ".late");
    script.step(second, "take", new Action.Receive(10_000, 300, 0, true), tried);
    script.close(sender, Gate.done(second + ".take"));
    script.close(second, Gate.done(sender + ".close"));
  }
}
