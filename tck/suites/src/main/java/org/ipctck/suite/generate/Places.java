package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists scenarios in which the kit looks at the names of channels, or puts something there. */
public final class Places {
  /** The look while ends are open. */
  public static final String OPEN = "open";

  /** The look when everything is closed. */
  public static final String CLOSED = "closed";

  /** Where a transport says that a name is being made. */
  private static final String BIND = "bind";

  private static final int OPENS = 8;

  private final Terms terms;

  private Places(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Places now() {
    return new Places(Terms.now());
  }

  /** Those that these terms allow. */
  public static Places on(Terms terms) {
    return new Places(terms);
  }

  private Script script(String name, int seed) {
    return new Script(terms, name, seed);
  }

  private Script channel(Script script) {
    int bytes = terms.size(64);
    return script.channel("c", terms.capacity(4, bytes), bytes);
  }

  private List<Integer> sizes(int count) {
    return Collections.nCopies(count, terms.size(64));
  }

  /** The side that makes the names, or opens first. */
  private End.Side owner() {
    boolean sender =
        terms.has(Promise.OWNER, "sender")
            || !terms.has(Promise.OWNER, "receiver") && terms.has(Promise.OPENS, "sender-first");
    return sender ? End.Side.SENDER : End.Side.RECEIVER;
  }

  /** A channel that is used while the kit looks. */
  public Scenario inUse(String name) {
    Script script = channel(script(name, 1));
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "send", sizes(3), Gate.open());
    script.take("receiver", "take", 3, 0, Gate.open());
    script.move(OPEN, new Move.Look(), Gate.done("receiver.take", "sender.send"));
    script.close("sender", new Gate.AfterMove(OPEN));
    return script.close("receiver", new Gate.AfterMove(OPEN)).build();
  }

  /** A channel is closed by one end after the other, and then nothing is there. */
  public List<Scenario> closed(String name) {
    List<Scenario> all = new ArrayList<>();
    all.add(closed(name + ", the receiver last", "sender", "receiver"));
    all.add(closed(name + ", the sender last", "receiver", "sender"));
    if (terms.has(Promise.DEATH, "kernel") || terms.has(Promise.DEATH, "timeout")) {
      all.add(recovered(name + ", after the death of both", true));
      all.add(recovered(name + ", after the death of one", false));
    }
    return all;
  }

  private Scenario closed(String name, String first, String last) {
    Script script = channel(script(name, 2));
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "send", sizes(2), Gate.open());
    script.take("receiver", "take", 2, 0, Gate.open());
    script.move(OPEN, new Move.Look(), Gate.done("receiver.take", "sender.send"));
    script.close(first, new Gate.AfterMove(OPEN));
    script.close(last, Gate.done(first + ".close"));
    return script.move(CLOSED, new Move.Look(), Gate.done(last + ".close")).build();
  }

  /** Whoever made the names dies, maybe the other too; others open the channel again and close. */
  private Scenario recovered(String name, boolean both) {
    Script script = channel(script(name, 3));
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    String victim = owner() == End.Side.SENDER ? "sender" : "receiver";
    String other = owner() == End.Side.SENDER ? "receiver" : "sender";
    script.move(OPEN, new Move.Look(), Gate.done("receiver.open", "sender.open"));
    Gate looked = new Gate.AfterMove(OPEN);
    script.fault("kill", terms.crash(), victim, new Trigger.Reached(looked), 0);
    Gate killed = new Gate.AfterFault("kill");
    if (both) {
      script.fault("kill-too", terms.crash(), other, new Trigger.Reached(killed), 0);
    } else {
      script.close(other, killed);
    }
    Gate over = both ? new Gate.AfterFault("kill-too") : Gate.done(other + ".close");
    again(script, over);
    return script.move(CLOSED, new Move.Look(), Gate.done("r2.close", "s2.close")).build();
  }

  private void again(Script script, Gate over) {
    script.end("r2", "r2", "c", End.Side.RECEIVER, 0).end("s2", "s2", "c", End.Side.SENDER, 1);
    boolean senderFirst = terms.has(Promise.OPENS, "sender-first");
    script.open("r2", senderFirst ? Gate.done("s2.open") : over);
    script.open("s2", senderFirst ? over : Gate.done("r2.open"));
    Gate opened = Gate.done("r2.open", "s2.open");
    script.send("s2", "send", sizes(2), Script.PATIENCE_MS, 0, opened);
    script.take("r2", "take", 2, 0, opened);
    script.close("s2", Gate.done("r2.take"));
    script.close("r2", Gate.done("s2.close"));
  }

  /** Channels are opened under several masks, while the kit watches their names. */
  public List<Scenario> masks(String name) {
    List<Scenario> all = new ArrayList<>();
    for (String mask : List.of("000", "022", "077")) {
      all.add(masked(name + " " + mask, mask, false));
    }
    if (terms.points().contains(BIND)) {
      all.add(masked(name + " 000, stopped where names are made", "000", true));
    }
    return all;
  }

  private Scenario masked(String name, String mask, boolean stopped) {
    Script script = script(name, Integer.parseInt(mask, 8));
    int bytes = terms.size(64);
    script.move("watch", new Move.Watch(), Gate.open());
    for (int i = 0; i < OPENS; i++) {
      script.channel("c" + i, terms.capacity(2, bytes), bytes);
      script.receiver("r" + i, "p", "c" + i).sender("s" + i, "p", "c" + i);
      script.close("s" + i, Gate.open()).close("r" + i, Gate.open());
    }
    script.around("r0", new Condition.Umask(mask));
    if (!terms.manyThreads()) {
      script.around("s0", new Condition.Umask(mask));
    }
    if (stopped) {
      String maker = owner() == End.Side.SENDER ? "s0" : "r0";
      Trigger trigger = new Trigger.Point(maker, BIND, 1);
      script.fault("stop", Fault.Kind.SIGSTOP, maker, trigger, 30);
    }
    return script.build();
  }

  /** Something that no transport made stands where a channel had a name. */
  public List<Scenario> strangers(String name) {
    List<Scenario> all = new ArrayList<>();
    for (Move.Thing thing : Move.Thing.values()) {
      for (int place = 0; place < 2; place++) {
        all.add(stranger(name, thing, place));
      }
    }
    return all;
  }

  /** The same, and something that took the place of what a dead process left. */
  public List<Scenario> strangersAmongRemains(String name) {
    List<Scenario> all = strangers(name);
    if (terms.has(Promise.DEATH, "kernel") || terms.has(Promise.DEATH, "timeout")) {
      all.add(amongRemains(name, Move.Thing.FILE, 0));
      all.add(amongRemains(name, Move.Thing.LINK, 1));
    }
    return all;
  }

  private Scenario stranger(String name, Move.Thing thing, int place) {
    Script script = channel(script(name + ": " + thing + " at name " + place, place));
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.move(OPEN, new Move.Look(), Gate.done("receiver.open", "sender.open"));
    script.close("sender", new Gate.AfterMove(OPEN));
    script.close("receiver", Gate.done("sender.close"));
    Gate closed = Gate.done("receiver.close");
    script.move("put", new Move.Put("c", place, thing), closed);
    return tried(script);
  }

  private Scenario amongRemains(String name, Move.Thing thing, int place) {
    Script script =
        channel(script(name + ": " + thing + " among remains, at name " + place, place));
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.move(OPEN, new Move.Look(), Gate.done("receiver.open", "sender.open"));
    Gate looked = new Gate.AfterMove(OPEN);
    script.fault("kill", terms.crash(), "receiver", new Trigger.Reached(looked), 0);
    Gate killed = new Gate.AfterFault("kill");
    script.fault("kill-too", terms.crash(), "sender", new Trigger.Reached(killed), 0);
    script.move("put", new Move.Put("c", place, thing), new Gate.AfterFault("kill-too"));
    return tried(script);
  }

  /** The owner opens again, alone: whether it is refused or not, the kit looks before and after. */
  private Scenario tried(Script script) {
    script.end("again", "a", "c", owner(), 1).open("again", new Gate.AfterMove("put"));
    script.move("tried", new Move.Look(), Gate.done("again.open"));
    script.close("again", new Gate.AfterMove("tried"));
    return script.move(CLOSED, new Move.Look(), Gate.done("again.close")).build();
  }

  /** Names that may not fit, each beside the one that a cut or a padding would make of it. */
  public List<Scenario> impossible(String name) {
    String longest = "a".repeat(5_000);
    List<Scenario> all = new ArrayList<>();
    for (int length : new int[] {107, 120, 200, 255, 300, longest.length()}) {
      String stem = longest.substring(0, length - 1);
      all.add(impossible(name + " of " + length + " letters", stem + "1", stem + "2"));
    }
    all.add(impossible(name + " that is empty", "", "a"));
    all.add(impossible(name + " with a NUL", "a\0b", "a"));
    all.add(impossible(name + " that leaves the directory", "../a", "a"));
    all.add(impossible(name + " with a slash", "a/../b", "b"));
    all.add(impossible(name + " that is a dot", ".", "a"));
    all.add(impossible(name + " that is two dots", "..", "a"));
    all.add(impossible(name + " that ends with a blank", "a ", "a"));
    return all;
  }

  private Scenario impossible(String name, String whole, String cut) {
    int bytes = terms.size(64);
    Script script = script(name, whole.length());
    script.channel("whole", whole, "in", terms.capacity(2, bytes), bytes);
    script.channel("cut", cut, "in", terms.capacity(2, bytes), bytes);
    script.end("one", "p", "whole", owner(), 1).end("other", "q", "cut", owner(), 1);
    script.open("one", Gate.open()).open("other", Gate.done("one.open"));
    script.move(OPEN, new Move.Look(), Gate.done("one.open", "other.open"));
    script.close("one", new Gate.AfterMove(OPEN));
    return script.close("other", new Gate.AfterMove(OPEN)).build();
  }
}
