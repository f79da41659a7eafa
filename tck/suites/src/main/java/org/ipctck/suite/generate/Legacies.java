package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;

/** Draws receivers that are killed when something was accepted and not received, and successors. */
public final class Legacies {
  /** A length that hardly anything else draws. */
  private static final int BYTES = 1_777;

  private static final int CAPACITY = 8;

  private final Terms terms;

  private Legacies(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Legacies now() {
    return new Legacies(Terms.now());
  }

  /** Those that these terms allow. */
  public static Legacies on(Terms terms) {
    return new Legacies(terms);
  }

  /**
   * Two at least are left. One process receives on several channels; its sender lives on, or has
   * closed before.
   */
  public Arbitrary<Scenario> scenarios(String name) {
    return Combinators.combine(
            Arbitraries.integers().between(2, 6),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of(false, true),
            Arbitraries.longs().between(1, Integer.MAX_VALUE))
        .as((sent, taken, closes, seed) -> write(name, sent, taken % (sent - 1), closes, seed));
  }

  private Scenario write(String name, int sent, int taken, boolean closes, long seed) {
    Script script = new Script(terms, name, seed);
    int channels = terms.manyThreads() ? 2 : 1;
    int bytes = terms.size(BYTES);
    List<String> ready = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      script.channel("c" + i, terms.capacity(CAPACITY, bytes), bytes);
      script.receiver("bob" + i, "b", "c" + i).sender("alice" + i, "a", "c" + i);
      script.send("alice" + i, "send", Collections.nCopies(sent, bytes), Gate.open());
      ready.add("alice" + i + ".send");
      if (taken > 0) {
        script.take("bob" + i, "take", taken, 0, Gate.open());
        ready.add("bob" + i + ".take");
      }
      if (closes) {
        script.close("alice" + i, Gate.open());
        ready.add("alice" + i + ".close");
      }
    }
    Gate accepted = new Gate.After(ready, Gate.Moment.DONE);
    script.fault("kill", terms.crash(), "bob0", new Trigger.Reached(accepted), 0);
    for (int i = 0; i < channels; i++) {
      String successor = "bob-2" + i;
      script.end(successor, "a", "c" + i, End.Side.RECEIVER, 1);
      script.open(successor, new Gate.AfterFault("kill"));
      Action take = new Action.Receive(sent - taken, Script.PATIENCE_MS, 0, true);
      script.step(successor, "take", take, Gate.done(successor + ".open"));
    }
    return script.build();
  }
}
