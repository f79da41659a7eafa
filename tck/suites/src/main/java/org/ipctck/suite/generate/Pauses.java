package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Writes processes that all stand still at once, for less than the declared bound and for more. */
public final class Pauses {
  /** A length that nothing else draws. */
  private static final int BYTES = 1_361;

  /** In tenths of the bound. */
  private static final List<Integer> TENTHS = List.of(5, 9, 15, 30);

  private static final int SENT = 2;

  /** More than one that was declared dead needs to be told of it. */
  private static final int AGAIN = 4;

  /** Longer than a pause that a message comes after, in milliseconds. */
  private static final int LATE_MS = 50;

  private final Terms terms;

  private Pauses(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Pauses now() {
    return new Pauses(Terms.now());
  }

  /** Those that these terms allow. */
  public static Pauses on(Terms terms) {
    return new Pauses(terms);
  }

  /** Each process sends on a channel and, where it can, receives on another. */
  public Scenario all(String name) {
    Script script = new Script(terms, name, 1);
    boolean both = terms.manyThreads() && terms.has(Promise.OVERFLOW, "block");
    int bytes = terms.size(BYTES);
    for (int i = 0; i < TENTHS.size(); i++) {
      channel(script, "to", i, bytes).receiver("r" + i, "stays", "to" + i);
      script.sender("s" + i, "p" + i, "to" + i);
      if (both) {
        channel(script, "from", i, bytes).receiver("q" + i, "p" + i, "from" + i);
        script.sender("t" + i, "stays", "from" + i);
      }
    }
    for (int i = 0; i < TENTHS.size(); i++) {
      sender(script, i, bytes, both);
      if (both) {
        receiver(script, i, bytes);
      }
    }
    return script.build();
  }

  private Script channel(Script script, String word, int i, int bytes) {
    return script.channel(word + i, terms.capacity(SENT + AGAIN, bytes), bytes);
  }

  /** The receiver waits while the sender stands still, and looks once more when it went on. */
  private void sender(Script script, int i, int bytes, boolean both) {
    String sender = "s" + i;
    String receiver = "r" + i;
    int bound = Integer.parseInt(terms.profile().get(Promise.BOUND));
    int pause = TENTHS.get(i) * bound / 10;
    script.send(sender, "before", Collections.nCopies(SENT, bytes), Gate.open());
    script.take(receiver, "before", SENT, 0, Gate.open());
    Gate ready = Gate.done(ready(both));
    script.fault("pause" + i, Fault.Kind.SIGSTOP, sender, new Trigger.Reached(ready), pause);
    int patience = Script.PATIENCE_MS + 3 * bound;
    Action wait = new Action.Receive(AGAIN, patience, 0, true);
    script.step(receiver, "wait", wait, Gate.open());
    Gate over = new Gate.AfterFault("pause" + i);
    script.send(sender, "after", Collections.nCopies(AGAIN, bytes), over);
    Gate tried = Gate.done(sender + ".after");
    script.step(receiver, "late", new Action.Receive(AGAIN, LATE_MS, 0, true), tried);
    script.close(sender, Gate.done(receiver + ".late"));
  }

  /** The sender goes on until the channel is full, and when there is room again. */
  private void receiver(Script script, int i, int bytes) {
    String sender = "t" + i;
    String receiver = "q" + i;
    List<Integer> many = Collections.nCopies(2 * (SENT + AGAIN), bytes);
    script.send(sender, "before", Collections.nCopies(SENT, bytes), Gate.open());
    script.take(receiver, "before", SENT, 0, Gate.open());
    script.send(sender, "during", many, new Gate.Struck("pause" + i));
    Gate over = new Gate.AfterFault("pause" + i);
    script.take(receiver, "after", many.size(), 0, over);
    script.close(sender, Gate.done(receiver + ".after"));
  }

  private static String[] ready(boolean both) {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < TENTHS.size(); i++) {
      Stream<String> ends = both ? Stream.of("r" + i, "q" + i) : Stream.of("r" + i);
      ends.map(end -> end + ".before").forEach(steps::add);
    }
    return steps.toArray(String[]::new);
  }
}
