package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;

/** Lists what one end does while another has the memory of the channel mapped. */
public final class Segments {
  /** The look when both ends have it mapped. */
  public static final String USED = "used";

  /** The look when one of them has gone, and maybe another come. */
  public static final String LATER = "later";

  /** A room that hardly anything else asks for. */
  private static final int CAPACITY = 29;

  private final Terms terms;
  private final int bytes;

  private Segments(Terms terms) {
    this.terms = terms;
    this.bytes = terms.size(900);
  }

  /** Those of the subject that is judged now. */
  public static Segments now() {
    return new Segments(Terms.now());
  }

  /** Those that these terms allow. */
  public static Segments on(Terms terms) {
    return new Segments(terms);
  }

  /** One end closes or dies; then another takes its place, and the one that stays goes on. */
  public List<Scenario> inUse(String name) {
    List<Scenario> all = new ArrayList<>();
    all.add(left(name + ", a sender closes", End.Side.SENDER, false));
    all.add(left(name + ", a receiver closes", End.Side.RECEIVER, false));
    if (terms.noticesDeath() && !terms.inOneRuntime()) {
      all.add(left(name + ", a sender dies", End.Side.SENDER, true));
      all.add(left(name + ", a receiver dies", End.Side.RECEIVER, true));
    }
    return all;
  }

  private Scenario left(String name, End.Side side, boolean dies) {
    Script script = new Script(terms, name, 1);
    script.channel("c", terms.capacity(CAPACITY, bytes), bytes);
    script.receiver("bob", "b", "c").sender("alice", "a", "c");
    script.send("alice", "send", List.of(bytes, bytes), Gate.open());
    script.take("bob", "take", 2, 0, Gate.open());
    script.move(USED, new Move.Look(), Gate.done("alice.send", "bob.take"));
    Gate used = new Gate.AfterMove(USED);
    String going = side == End.Side.SENDER ? "alice" : "bob";
    Gate gone = dies ? new Gate.AfterFault("kill") : Gate.done(going + ".close");
    if (dies) {
      script.fault("kill", terms.crash(), going, new Trigger.Reached(used), 0);
    } else {
      script.close(going, used);
    }
    // The one that stays plays the newcomer too: whoever opens may truncate what is there.
    String staying = side == End.Side.SENDER ? "b" : "a";
    script.end("next", staying, "c", side, 3);
    script.step("next", "open", new org.ipctck.scenario.Action.Open(300), gone);
    script.move(LATER, new Move.Look(), Gate.done("next.open"));
    return script.build();
  }
}
