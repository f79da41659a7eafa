package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Intrusion;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;

/** Lists scenarios in which somebody writes into a channel who is none of its ends. */
public final class Rogues {
  /** Every length of a header that is known, and of half of it. */
  private static final int LENGTHS = 64;

  /** More than a page, and than what is written into a FIFO at once or not at all. */
  private static final int LONG_BYTES = 5_000;

  private static final int CAPACITY = 6;
  private static final int BYTES = 200;
  private static final int SOON_MS = 20;
  private static final int SEND_MS = 200;

  private final Terms terms;

  private Rogues(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Rogues now() {
    return new Rogues(Terms.now());
  }

  /** Those that these terms allow. */
  public static Rogues on(Terms terms) {
    return new Rogues(terms);
  }

  /** Bytes that are no message: to a receiver that waits, behind messages, and to nobody. */
  public List<Scenario> malformed(String name) {
    List<Scenario> all = new ArrayList<>();
    for (Intrusion.Manner manner : Intrusion.Manner.values()) {
      boolean stays = manner == Intrusion.Manner.ONES;
      all.add(around(name + ", " + manner, new Intrusion(manner, 1, LENGTHS, stays)));
    }
    all.add(around(name + ", long", new Intrusion(Intrusion.Manner.NOISE, LONG_BYTES, 2, false)));
    return all;
  }

  private Scenario around(String name, Intrusion what) {
    int bytes = terms.size(BYTES);
    Script script = new Script(terms, name, name.hashCode());
    script.channel("c", terms.capacity(CAPACITY, bytes), bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    List<Integer> two = Collections.nCopies(2, bytes);
    script.send("sender", "first", two, SEND_MS, 0, Gate.open());
    receive(script, "first", Gate.open());
    Action wait = new Action.Receive(1, 4 * SOON_MS, 0, true);
    script.step("receiver", "wait", wait, Gate.done("sender.first"));
    Gate waiting = new Gate.After(List.of("receiver.wait"), Gate.Moment.BEGUN);
    script.move("while it waits", new Move.Intrude("c", what), waiting);
    receive(script, "hurt", new Gate.AfterMove("while it waits"));
    script.send("sender", "second", two, SEND_MS, 0, Gate.done("receiver.hurt"));
    script.move("behind messages", new Move.Intrude("c", what), Gate.done("sender.second"));
    for (String word : List.of("second", "third", "fourth")) {
      receive(script, word, new Gate.AfterMove("behind messages"));
    }
    script.send("sender", "last", two, SEND_MS, 0, Gate.done("receiver.fourth"));
    receive(script, "fifth", Gate.done("sender.last"));
    script.close("sender", Gate.done("receiver.fifth"));
    receive(script, "sixth", Gate.done("sender.close"));
    return script.close("receiver", Gate.open()).build();
  }

  private static void receive(Script script, String word, Gate gate) {
    script.step("receiver", word, new Action.Receive(CAPACITY, SOON_MS, 0, true), gate);
  }
}
