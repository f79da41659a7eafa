package org.ipctck.suite.generate;

import java.util.Collections;
import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Writes a channel whose names the kit removes while it is in use. */
public final class Removals {
  /** The move that removes them. */
  public static final String REMOVED = "removed";

  /** The look when they should be there again. */
  public static final String LATER = "later";

  private static final int CAPACITY = 5;
  private static final int BYTES = 1_021;
  private static final int SOON_MS = 100;

  private final Terms terms;

  private Removals(Terms terms) {
    this.terms = terms;
  }

  /** That of the subject that is judged now. */
  public static Removals now() {
    return new Removals(Terms.now());
  }

  /** That which these terms allow. */
  public static Removals on(Terms terms) {
    return new Removals(terms);
  }

  /**
   * The receiver waits when the names have gone, the sender sends once more, and somebody comes
   * whom a channel without a name cannot lead anywhere.
   */
  public Scenario removed(String name) {
    int bytes = terms.size(BYTES);
    List<Integer> two = Collections.nCopies(2, bytes);
    Script script = new Script(terms, name, 1);
    script.channel("c", terms.capacity(CAPACITY, bytes), bytes);
    script.receiver("bob", "b", "c").sender("alice", "a", "c");
    script.send("alice", "send", two, Gate.open()).take("bob", "take", 2, 0, Gate.open());
    script.move(REMOVED, new Move.Remove("c"), Gate.done("alice.send", "bob.take"));
    Gate gone = new Gate.AfterMove(REMOVED);
    script.step("bob", "wait", new Action.Receive(1, longEnough(), 0, true), gone);
    script.send("alice", "more", List.of(bytes), SOON_MS, 0, Gate.done("bob.wait"));
    script.move(LATER, new Move.Look(), Gate.done("alice.more"));
    script.oneMore("c").end("late", "a", "c", End.Side.SENDER, 1);
    script.step("late", "open", new Action.Open(SOON_MS), new Gate.AfterMove(LATER));
    script.close("alice", Gate.done("late.open"));
    return script.close("bob", Gate.done("late.open")).build();
  }

  /** More than the bound and a second, also on a host at half its best. */
  private int longEnough() {
    return 2 * Integer.parseInt(terms.profile().get(Promise.BOUND)) + 2_500;
  }
}
