package org.ipctck.suite.generate;

import static org.ipctck.scenario.Intrusion.Manner.FLIPS;
import static org.ipctck.scenario.Intrusion.Manner.NOISE;
import static org.ipctck.scenario.Intrusion.Manner.ONES;
import static org.ipctck.scenario.Intrusion.Manner.TRUNCATION;
import static org.ipctck.scenario.Intrusion.Manner.ZEROS;

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

  /** Longer than those of the channels into which bytes are written that mean nothing. */
  private static final int MEMORY_BYTES = 300;

  private static final int SEVERAL = 6;
  private static final int MANY = 40;
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
    for (Intrusion.Manner manner : List.of(ZEROS, ONES, NOISE)) {
      boolean stays = manner == ONES;
      all.add(around(name + ", " + manner, new Intrusion(manner, 1, LENGTHS, stays)));
    }
    all.add(around(name + ", long", new Intrusion(NOISE, LONG_BYTES, 2, false)));
    return all;
  }

  /** Numbers in memory are changed, one in each of several channels, and many in one. */
  public List<Scenario> changedFields(String name) {
    List<Scenario> all = new ArrayList<>();
    all.add(inMemory(name + ", again and again", 1, new Intrusion(FLIPS, 0, MANY, false)));
    for (int i = 1; i <= 2; i++) {
      all.add(inMemory(name + ", here and there " + i, SEVERAL, new Intrusion(FLIPS, 0, 1, false)));
    }
    return all;
  }

  /** The memory of several channels is made shorter, to a half or to nothing. */
  public List<Scenario> truncated(String name) {
    return List.of(
        inMemory(name + " to a half", SEVERAL, new Intrusion(TRUNCATION, 0, 1, false)),
        inMemory(name + " to nothing", SEVERAL, new Intrusion(TRUNCATION, 0, MANY, false)));
  }

  /** In each channel messages before, while a receiver waits, and behind what was done to it. */
  private Scenario inMemory(String name, int channels, Intrusion what) {
    int bytes = terms.size(MEMORY_BYTES);
    Script script = new Script(terms, name, name.hashCode());
    List<Integer> two = Collections.nCopies(2, bytes);
    for (int i = 0; i < channels; i++) {
      // All that is mapped in a folder is made shorter. Where memory goes between a look and a
      // change of it a Java runtime may end, which no transport can keep it from.
      String folder = what.manner() == TRUNCATION ? "d" + i : "";
      script.channel("c" + i, "c" + i, folder, terms.capacity(CAPACITY, bytes), bytes);
      script.receiver("r" + i, "r", "c" + i).sender("s" + i, "s", "c" + i);
      script.send("s" + i, "first", two, SEND_MS, 0, Gate.open());
      script.step("r" + i, "first", receiving(1), Gate.done("s" + i + ".first"));
      script.move("once " + i, new Move.Intrude("c" + i, what), Gate.done("r" + i + ".first"));
      Gate done = new Gate.AfterMove("once " + i);
      script.step("r" + i, "hurt", receiving(CAPACITY), done);
      script.send("s" + i, "second", two, SEND_MS, 0, done);
      script.step("r" + i, "wait", receiving(CAPACITY), Gate.open());
      Gate waiting = new Gate.After(List.of("r" + i + ".wait"), Gate.Moment.BEGUN);
      script.move("again " + i, new Move.Intrude("c" + i, what), waiting);
      script.send("s" + i, "last", two, SEND_MS, 0, new Gate.AfterMove("again " + i));
      script.step("r" + i, "last", receiving(CAPACITY), Gate.done("s" + i + ".last"));
      script.close("s" + i, Gate.open());
      script.close("r" + i, Gate.open());
    }
    return script.build();
  }

  private static Action receiving(int count) {
    return new Action.Receive(count, SOON_MS, 0, true);
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
    script.step("receiver", word, receiving(CAPACITY), gate);
  }
}
