package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;

/** Lists scenarios in which two threads use one sender and two use one receiver. */
public final class Crews {
  private static final int CAPACITY = 8;
  private static final int BYTES = 900;
  private static final int TURNS = 3;
  private static final int MANY = 150;
  private static final int QUIET_MS = 100;

  private final Terms terms;

  private Crews(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Crews now() {
    return new Crews(Terms.now());
  }

  /** Those that these terms allow. */
  public static Crews on(Terms terms) {
    return new Crews(terms);
  }

  /** By turns, so that nothing is left to chance, and all at once. */
  public List<Scenario> all(String name) {
    return List.of(byTurns(name + " by turns"), atOnce(name + " at once"));
  }

  private Script cast(String name) {
    int bytes = terms.size(BYTES);
    Script script = new Script(terms, name, 1);
    script.channel("c", terms.capacity(CAPACITY, bytes), bytes);
    script.receiver("bob", "b", "c").sender("alice", "a", "c");
    script.end("bob-too", "b", "c", End.Side.RECEIVER, 0);
    script.end("alice-too", "a", "c", End.Side.SENDER, 1);
    Gate open = Gate.done("bob.open", "alice.open");
    script.step("bob-too", "share", new Action.Share("bob"), open);
    return script.step("alice-too", "share", new Action.Share("alice"), open);
  }

  private static Gate ready() {
    return Gate.done("bob-too.share", "alice-too.share");
  }

  /** Nothing is received before everything is sent: what is kept of one must not be another's. */
  private Scenario byTurns(String name) {
    Script script = cast(name);
    List<Integer> one = List.of(terms.size(BYTES));
    Gate turn = ready();
    for (int i = 0; i < TURNS; i++) {
      script.send("alice", "send" + i, one, Script.PATIENCE_MS, 0, turn);
      Gate next = Gate.done("alice.send" + i);
      script.send("alice-too", "send" + i, one, Script.PATIENCE_MS, 0, next);
      turn = Gate.done("alice-too.send" + i);
    }
    script.take("bob", "take", TURNS, 0, turn);
    script.take("bob-too", "take", TURNS, 0, Gate.done("bob.take"));
    return drained(script, Gate.done("bob-too.take"));
  }

  private Scenario atOnce(String name) {
    Script script = cast(name);
    for (String end : List.of("alice", "alice-too")) {
      script.send(end, "send", sizes(), Script.PATIENCE_MS, 0, ready());
    }
    for (String end : List.of("bob", "bob-too")) {
      script.step(end, "take", new Action.Receive(10_000, QUIET_MS, 0, true), ready());
    }
    return drained(script, Gate.done("alice.send", "alice-too.send", "bob.take", "bob-too.take"));
  }

  private List<Integer> sizes() {
    List<Integer> sizes = new ArrayList<>();
    IntStream.range(0, MANY)
        .map(i -> Sizes.SHORTEST_WITH_ID + i * 37 % (BYTES - Sizes.SHORTEST_WITH_ID))
        .forEach(size -> sizes.add(terms.size(size)));
    return sizes;
  }

  private static Scenario drained(Script script, Gate gate) {
    Action rest = new Action.Receive(10_000, QUIET_MS, 0, true);
    script.step("bob", "rest", rest, gate).step("bob-too", "rest", rest, Gate.done("bob.rest"));
    script.close("alice", Gate.done("bob-too.rest"));
    return script.close("bob", Gate.done("bob-too.rest")).build();
  }

  /** The same where each end has one thread: what is broken there is not broken by threads. */
  public Scenario alone(String name) {
    int bytes = terms.size(BYTES);
    Script script = new Script(terms, name, 1);
    script.channel("c", terms.capacity(CAPACITY, bytes), bytes);
    script.receiver("bob", "b", "c").sender("alice", "a", "c");
    List<Integer> all = Collections.nCopies(2 * TURNS, bytes);
    script.send("alice", "send", all, Script.PATIENCE_MS, 0, Gate.open());
    script.take("bob", "take", 2 * TURNS, 0, Gate.done("alice.send"));
    script.step("bob", "rest", new Action.Receive(2, QUIET_MS, 0, true), Gate.done("bob.take"));
    script.send("alice", "more", sizes(), Script.PATIENCE_MS, 0, Gate.done("bob.rest"));
    script.step(
        "bob", "more", new Action.Receive(10_000, QUIET_MS, 0, true), Gate.done("bob.rest"));
    script.step("bob", "last", new Action.Receive(9, QUIET_MS, 0, true), Gate.done("alice.more"));
    script.close("alice", Gate.done("bob.last"));
    return script.close("bob", Gate.done("bob.last")).build();
  }
}
