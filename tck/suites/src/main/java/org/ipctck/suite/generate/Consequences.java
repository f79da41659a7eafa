package org.ipctck.suite.generate;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Draws messages that are sent because of others. */
public final class Consequences {
  private static final int BYTES = 64;
  private static final int TIMES = 5;
  private final Terms terms;

  private Consequences(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Consequences now() {
    return new Consequences(Terms.now());
  }

  /** Those that these terms allow. */
  public static Consequences on(Terms terms) {
    return new Consequences(terms);
  }

  /** The first tells the third, then the second, which thereupon tells the third, and so on. */
  public Arbitrary<Scenario> ofThree(String name) {
    return Combinators.combine(
            Arbitraries.integers().between(3, 6),
            Arbitraries.of(true, true, false),
            Arbitraries.of(0, 200, 1_000),
            Arbitraries.longs().between(1, Integer.MAX_VALUE))
        .as((each, late, pause, seed) -> ofThree(name, each, late, pause, seed));
  }

  private Scenario ofThree(String name, int each, boolean late, int pause, long seed) {
    int bytes = terms.size(BYTES);
    List<Integer> some = Collections.nCopies(each, bytes);
    Script script = new Script(terms, name, seed).mostlyTogether();
    script.channel("c", terms.capacity(2 * each, bytes), bytes);
    script.channel("w", terms.capacity(2, bytes), bytes);
    script.receiver("third", "c", "c").receiver("hears", "b", "w");
    script.sender("first", "a", "c").sender("second", "b", "c").sender("tells", "a", "w");
    for (int time = 0; time < TIMES; time++) {
      Gate next = time == 0 ? Gate.open() : Gate.done("second.send" + (time - 1));
      script.send("first", "send" + time, some, next);
      script.send("tells", "tell" + time, List.of(bytes), Gate.done("first.send" + time));
      script.take("hears", "hear" + time, 1, 0, Gate.open());
      script.send("second", "send" + time, some, Gate.done("hears.hear" + time));
      // Who comes late finds cause and effect beside each other.
      Gate taken = late ? Gate.done("second.send" + time) : Gate.open();
      script.take("third", "take" + time, 2 * each, late ? 0 : pause, taken);
    }
    Gate over = Gate.done("third.take" + (TIMES - 1));
    script.close("first", over).close("second", over).close("tells", over);
    int patience = terms.has(Promise.END, "reported") ? Script.PATIENCE_MS : 100;
    script.step("third", "end", new Action.Receive(2 * each, patience, 0, true), over);
    return script.close("third", Gate.open()).close("hears", over).build();
  }
}
