package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Intrusion;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists scenarios in which one sender fails and others use the same channel. */
public final class Neighbours {
  /** A capacity that nothing else asks for. */
  private static final int CAPACITY = 31;

  private static final int BYTES = 1_873;
  private static final int SOON_MS = 50;
  private static final int STRANGERS = 40;

  private final Terms terms;

  private Neighbours(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Neighbours now() {
    return new Neighbours(Terms.now());
  }

  /** Those that these terms allow. */
  public static Neighbours on(Terms terms) {
    return new Neighbours(terms);
  }

  /**
   * A sender dies that never sent, one whose messages have come and one that is being opened; and,
   * where each has a connection of its own, strangers come and go.
   */
  public List<Scenario> failing(String name) {
    List<Scenario> all = new ArrayList<>();
    all.add(dying(name + ": a sender dies"));
    if (terms.has(Promise.CONNECTIONS, "each") && !terms.has(Promise.NAMES, "none")) {
      all.add(strangers(name + ": strangers come and stay", true));
      all.add(strangers(name + ": strangers come and go", false));
    }
    return all;
  }

  private List<Integer> sizes(int count) {
    return Collections.nCopies(count, terms.size(BYTES));
  }

  /** A receiver, a sender that stays, and a place for one who comes later. */
  private void cast(Script script, String i) {
    int bytes = terms.size(BYTES);
    script.channel("c" + i, terms.capacity(CAPACITY, bytes), bytes);
    script.receiver("r" + i, "r", "c" + i).sender("w" + i, "w", "c" + i);
    script.oneMore("c" + i);
    script.send("w" + i, "before", sizes(2), Gate.open());
  }

  private Scenario dying(String name) {
    Script script = new Script(terms, name, 1);
    int channels = terms.manyThreads() && !terms.inOneRuntime() ? 3 : 1;
    List<String> ready = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      cast(script, "" + i);
      boolean sends = i != 1;
      script.sender("v" + i, "v", "c" + i);
      if (sends) {
        script.send("v" + i, "send", sizes(3), Gate.open());
      }
      script.take("r" + i, "before", sends ? 5 : 2, 0, Gate.open());
      ready.add("r" + i + ".before");
    }
    Gate all = Gate.done(ready.toArray(String[]::new));
    script.fault("kill", terms.crash(), "v0", trigger(script, all, channels), 0);
    for (int i = 0; i < channels; i++) {
      goesOn(script, "" + i, new Gate.AfterFault("kill"));
    }
    return script.build();
  }

  /** Where an opening can be struck, the dying process opens one more end of the last channel. */
  private Trigger trigger(Script script, Gate all, int channels) {
    List<String> points = terms.openingPoints(End.Side.SENDER);
    if (channels == 1 || points.isEmpty() || terms.handsDown()) {
      return new Trigger.Reached(all);
    }
    script.channel("c9", terms.capacity(CAPACITY, terms.size(BYTES)), terms.size(BYTES));
    script.receiver("r9", "r", "c9").end("v9", "v", "c9", End.Side.SENDER, 1).open("v9", all);
    script.close("r9", new Gate.AfterFault("kill"));
    return new Trigger.Point("v9", points.getFirst(), 1);
  }

  /** Who stays is served, and who comes. */
  private void goesOn(Script script, String i, Gate failed) {
    Action look = new Action.Receive(1, SOON_MS, 0, true);
    script.step("r" + i, "look", look, failed);
    Gate looked = Gate.done("r" + i + ".look");
    script.send("w" + i, "after", sizes(3), Script.PATIENCE_MS, 0, looked);
    boolean comes = !terms.handsDown();
    if (comes) {
      script.end("n" + i, "w", "c" + i, End.Side.SENDER, 1);
      script.open("n" + i, failed);
      script.send("n" + i, "after", sizes(3), Script.PATIENCE_MS, 0, looked);
    }
    script.take("r" + i, "after", comes ? 6 : 3, 0, Gate.open());
    script.close("w" + i, Gate.done("r" + i + ".after"));
    if (comes) {
      script.close("n" + i, Gate.done("r" + i + ".after"));
    }
    script.close("r" + i, Gate.done("w" + i + ".close"));
  }

  private Scenario strangers(String name, boolean stay) {
    Script script = new Script(terms, name, 2);
    cast(script, "0");
    script.take("r0", "before", 2, 0, Gate.open());
    Intrusion what = new Intrusion(Intrusion.Manner.ONES, 1, STRANGERS, stay);
    script.move("strangers", new Move.Intrude("c0", what), Gate.done("r0.before"));
    goesOn(script, "0", new Gate.AfterMove("strangers"));
    return script.build();
  }
}
