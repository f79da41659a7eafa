package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;

/**
 * Writes a client that takes every place of a channel which is free yet, whose owner lacks
 * descriptors besides, and another that comes too late and once more when the first has left.
 */
public final class Greed {
  /** A length that nothing else draws. */
  private static final int BYTES = 1_123;

  private static final int PLACES = 4;

  private static final int SENT = 3;

  /** So many descriptors has the receiver left for all that come. */
  private static final int SPARE = 1;

  private static final int SHORT_MS = 120;

  /** Time enough for what is free to be had; who does not get it is not waited for again. */
  private static final int LONG_MS = 2_000;

  private final Terms terms;

  private Greed(Terms terms) {
    this.terms = terms;
  }

  /** That of the subject that is judged now. */
  public static Greed now() {
    return new Greed(Terms.now());
  }

  /** That which these terms allow. */
  public static Greed on(Terms terms) {
    return new Greed(terms);
  }

  /** One is connected, one takes the rest, one comes too late. */
  public Scenario all(String name) {
    int bytes = terms.size(BYTES);
    List<Integer> sizes = Collections.nCopies(SENT, bytes);
    Script script = new Script(terms, name, 1);
    script.channel("c", terms.capacity(PLACES, bytes), bytes);
    script.receiver("bob", "r", "c").sender("alice", "a", "c");
    script.send("alice", "before", sizes, Gate.open());
    script.take("bob", "before", SENT, 0, Gate.open());
    Gate known = Gate.done("bob.before", "alice.before");
    script.move("take", new Move.Starve(script.process("bob"), SPARE), known);
    Gate full = greedy(script, new Gate.AfterMove("take"));
    latecomer(script, "late", SHORT_MS, full);
    goOn(script, sizes);
    leave(script);
    Gate left = new Gate.After(greedy("close"), Gate.Moment.DONE);
    // It may see only while it waits that somebody has left.
    script.step("bob", "last", new Action.Receive(SENT, LONG_MS, 0, true), left);
    latecomer(script, "again", LONG_MS, Gate.blocked("bob.last"));
    script.send("again", "send", sizes, LONG_MS, 0, Gate.done("again.open"));
    script.move("give", new Move.Feed(script.process("bob")), Gate.done("bob.last", "again.send"));
    return places(script.build());
  }

  private static List<String> greedy(String word) {
    List<String> steps = new ArrayList<>();
    for (int i = 1; i < PLACES; i++) {
      steps.add("greedy" + i + "." + word);
    }
    return steps;
  }

  /** One after another; what is refused for want of descriptors is refused. */
  private static Gate greedy(Script script, Gate gate) {
    Gate turn = gate;
    for (int i = 1; i < PLACES; i++) {
      String end = "greedy" + i;
      script.end(end, "g", "c", End.Side.SENDER, 1);
      script.step(end, "open", new Action.Open(SHORT_MS), turn);
      turn = Gate.done(end + ".open");
    }
    return turn;
  }

  private static void latecomer(Script script, String end, int timeoutMs, Gate gate) {
    script.end(end, "n", "c", End.Side.SENDER, 1);
    script.step(end, "open", new Action.Open(timeoutMs), gate);
  }

  /** The receiver waits before anything is sent, so that it has seen who else is there. */
  private static void goOn(Script script, List<Integer> sizes) {
    script.take("bob", "during", SENT, 0, Gate.done("late.open"));
    script.send("alice", "during", sizes, Gate.blocked("bob.during"));
  }

  private static void leave(Script script) {
    Gate gone = Gate.done("bob.during", "alice.during");
    greedy("close").forEach(step -> script.close(step.substring(0, step.indexOf('.')), gone));
  }

  /** A place for the one that is connected, and for each end of the greedy one. */
  private static Scenario places(Scenario scenario) {
    ChannelPlan plan = scenario.channel("c");
    return scenario.withChannels(
        List.of(
            new ChannelPlan(
                plan.name(),
                plan.number(),
                plan.path(),
                plan.folder(),
                plan.capacity(),
                plan.maxBytes(),
                PLACES,
                plan.receivers())));
  }
}
