package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.Condition.Namespace;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists scenarios whose processes run in surroundings of their own, or lack something there. */
public final class Abroad {
  /** The look while both ends are open. */
  public static final String BEFORE = "before";

  /** The look after one of them has gone. */
  public static final String AFTER = "after";

  private static final int SOON_MS = 2_000;
  private static final int MESSAGES = 20;

  /** What a container has for itself when it shares a volume and nothing else. */
  private static final Condition SIDECAR =
      new Condition.Apart(List.of(Namespace.PID, Namespace.NET, Namespace.IPC, Namespace.SHM));

  private static final Condition OWN_IDS = new Condition.Apart(List.of(Namespace.PID));

  private final Terms terms;

  private Abroad(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Abroad now() {
    return new Abroad(Terms.now());
  }

  /** Those that these terms allow. */
  public static Abroad on(Terms terms) {
    return new Abroad(terms);
  }

  private Script script(String name, int seed) {
    int bytes = terms.size(64);
    return new Script(terms, name, seed).channel("c", terms.capacity(4, bytes), bytes);
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

  private End.Side guest() {
    return owner() == End.Side.SENDER ? End.Side.RECEIVER : End.Side.SENDER;
  }

  /** Another user comes to a channel that is open: the guest. */
  public Scenario excluded(String name) {
    Script script = script(name, 1);
    script.end("owner", "o", "c", owner(), 1).open("owner", Gate.open());
    script.end("guest", "g", "c", guest(), 1).open("guest", Gate.done("owner.open"));
    script.around("guest", new Condition.OtherUser());
    script.close("guest", Gate.open());
    return script.close("owner", Gate.done("guest.open")).build();
  }

  /** Another user's process dies with the channel open; then its owner comes. */
  public Scenario foreignRemains(String name) {
    Script script = script(name, 2);
    script.end("former", "f", "c", owner(), 1).open("former", Gate.open());
    script.around("former", new Condition.OtherUser());
    Trigger opened = new Trigger.Reached(Gate.done("former.open"));
    script.fault("kill", Fault.Kind.SIGKILL, "former", opened, 0);
    script.end("owner", "o", "c", owner(), 1).open("owner", new Gate.AfterFault("kill"));
    return script.close("owner", Gate.open()).build();
  }

  /** A sender dies where process ids mean something else: for it, for its receiver, for both. */
  public List<Scenario> deaths(String name) {
    List<Scenario> all = new ArrayList<>();
    all.add(death(name + ", of the sender", true, false));
    all.add(death(name + ", of the receiver", false, true));
    all.add(death(name + ", of both", true, true));
    return all;
  }

  private Scenario death(String name, boolean sender, boolean receiver) {
    Script script = script(name, 5);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    around(script, OWN_IDS, sender, receiver);
    script.send("sender", "send", sizes(2), Gate.open());
    script.take("receiver", "take", 2, 0, Gate.open());
    Action wait = new Action.Receive(1, Action.FOREVER, 0, true);
    script.step("receiver", "wait", wait, Gate.done("sender.send"));
    Trigger waiting = new Trigger.Reached(Gate.blocked("receiver.wait"));
    script.fault("kill", Fault.Kind.SIGKILL, "sender", waiting, 0);
    return script.close("receiver", new Gate.AfterFault("kill")).build();
  }

  /** The owner dies where it was process 1; then another opens the name at home. */
  public Scenario reopened(String name) {
    Script script = script(name, 6);
    script.end("former", "f", "c", owner(), 1).open("former", Gate.open());
    script.around("former", OWN_IDS);
    Trigger opened = new Trigger.Reached(Gate.done("former.open"));
    script.fault("kill", Fault.Kind.SIGKILL, "former", opened, 0);
    script.end("owner", "o", "c", owner(), 1).open("owner", new Gate.AfterFault("kill"));
    return script.close("owner", Gate.open()).build();
  }

  /** Traffic of peers that share the directory and nothing else. */
  public List<Scenario> sidecars(String name) {
    List<Scenario> all = new ArrayList<>();
    all.add(sidecar(name + ": the sender", true, false));
    all.add(sidecar(name + ": the receiver", false, true));
    all.add(sidecar(name + ": both, apart from each other", true, true));
    return all;
  }

  private Scenario sidecar(String name, boolean sender, boolean receiver) {
    Script script = script(name, 7);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    around(script, SIDECAR, sender, receiver);
    script.send("sender", "send", sizes(MESSAGES), SOON_MS, 0, Gate.open());
    script.close("sender", Gate.open());
    Action take = new Action.Receive(MESSAGES + 1, SOON_MS, 0, true);
    return script.step("receiver", "take", take, Gate.open()).build();
  }

  /** The owner is asked who sent what came: a process at home, and one with an id of its own. */
  public List<Scenario> identified(String name) {
    return List.of(
        identified(name + ", a process of its own", List.of()),
        identified(name + ", a process where ids mean something else", List.of(OWN_IDS)));
  }

  private Scenario identified(String name, List<Condition> around) {
    Script script = script(name, 9);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    String guest = guest() == End.Side.SENDER ? "sender" : "receiver";
    script.around(guest, around.toArray(Condition[]::new));
    script.send("sender", "send", sizes(1), Gate.open());
    script.take("receiver", "take", 1, 0, Gate.open());
    String owner = owner() == End.Side.SENDER ? "sender" : "receiver";
    Gate heard = Gate.done("sender.send", "receiver.take");
    script.step(owner, "who", new Action.Identify(), heard);
    script.close("sender", Gate.done(owner + ".who"));
    return script.close("receiver", Gate.done(owner + ".who")).build();
  }

  private static void around(Script script, Condition what, boolean sender, boolean receiver) {
    if (sender) {
      script.around("sender", what);
    }
    if (receiver) {
      script.around("receiver", what);
    }
  }

  /**
   * A receiver dies or closes, and its sender, for which SIGPIPE is what it is, goes on sending.
   */
  public List<Scenario> abandonedSenders(String name) {
    List<Scenario> all = new ArrayList<>();
    if (terms.has(Promise.DEATH, "kernel") || terms.has(Promise.DEATH, "timeout")) {
      all.add(abandoned(name + ", after a death", true));
    }
    all.add(abandoned(name + ", after a close", false));
    return all;
  }

  private Scenario abandoned(String name, boolean killed) {
    Script script = script(name, 8);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.around("sender", new Condition.UsualSignal("PIPE"));
    script.send("sender", "send", sizes(1), Gate.open());
    script.take("receiver", "take", 1, 0, Gate.open());
    script.move(BEFORE, new Move.Look(), Gate.done("sender.send", "receiver.take"));
    Gate looked = new Gate.AfterMove(BEFORE);
    if (killed) {
      script.fault("kill", Fault.Kind.SIGKILL, "receiver", new Trigger.Reached(looked), 0);
    } else {
      script.close("receiver", looked);
    }
    Gate gone = killed ? new Gate.AfterFault("kill") : Gate.done("receiver.close");
    script.send("sender", "late", sizes(3), SOON_MS, 0, gone);
    script.move(AFTER, new Move.Look(), Gate.done("sender.late"));
    return script.close("sender", new Gate.AfterMove(AFTER)).build();
  }
}
