package org.ipctck.suite.generate;

import java.util.Collections;
import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;

/** Lists scenarios with two channels in opposite directions between two processes. */
public final class Pairs {
  private static final int MORE_THAN_FITS = 600;

  private final Terms terms;

  private Pairs(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Pairs now() {
    return new Pairs(Terms.now());
  }

  /** Those that these terms allow. */
  public static Pairs on(Terms terms) {
    return new Pairs(terms);
  }

  /** Both sides fill their channel and wait; then one receives, and later the other. */
  public List<Scenario> full(String name) {
    return List.of(3, 6).stream().map(capacity -> full(name, capacity)).toList();
  }

  private Scenario full(String name, int capacity) {
    int bytes = terms.size(4_000);
    int granted = terms.capacity(capacity, bytes);
    Script script = new Script(terms, name + " " + capacity, 3).mostlyTogether();
    script.channel("there", "pair-there", "", granted, bytes);
    script.channel("back", "pair-back", "", granted, bytes);
    script.receiver("there-in", "b", "there").sender("there-out", "a", "there");
    script.receiver("back-in", "a", "back").sender("back-out", "b", "back");
    List<Integer> much = Collections.nCopies(MORE_THAN_FITS, bytes);
    script.send("there-out", "send", much, Gate.open());
    script.send("back-out", "send", much, Gate.open());
    Gate full = Gate.blocked("there-out.send", "back-out.send");
    // One message comes back to a side whose own send still waits; then all of it; then the rest.
    Action all = new Action.Receive(MORE_THAN_FITS, Action.FOREVER, 0, true);
    script.step("back-in", "one", new Action.Receive(1, Action.FOREVER, 0, true), full);
    script.step(
        "back-in",
        "all",
        new Action.Receive(MORE_THAN_FITS - 1, Action.FOREVER, 0, true),
        Gate.open());
    script.step("there-in", "all", all, Gate.done("back-in.one"));
    script.close("there-out", Gate.open()).close("back-out", Gate.open());
    return script.build();
  }
}
