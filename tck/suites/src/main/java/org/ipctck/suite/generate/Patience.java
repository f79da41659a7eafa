package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists scenarios in which somebody waits with a time-out, or until the thread is interrupted. */
public final class Patience {
  private static final int SHORT_MS = 35;
  private static final int LONG_MS = 70;

  /** Longer than any operation may go on after its interruption. */
  private static final int MUCH_LONGER_MS = 8_000;

  /** Longer than whoever keeps his time-outs needs. */
  private static final int STOPPED_MS = -4_000;

  private static final int MORE_THAN_FITS = 600;

  private final Terms terms;

  private Patience(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Patience now() {
    return new Patience(Terms.now());
  }

  /** Those that these terms allow. */
  public static Patience on(Terms terms) {
    return new Patience(terms);
  }

  /** Receives for which nothing comes, and sends for which nobody makes room. */
  public List<Scenario> timedOut(String name) {
    List<Scenario> all = new ArrayList<>();
    all.add(nothingComes(name + ", nothing comes"));
    if (terms.has(Promise.OVERFLOW, "block")) {
      all.add(noRoom(name + ", no room"));
    }
    if (!terms.inOneRuntime()) {
      all.add(stopped(name + ", the other stands still"));
    }
    return all;
  }

  private Scenario nothingComes(String name) {
    int bytes = terms.size(64);
    Script script = new Script(terms, name, 3).mostlyTogether();
    script.channel("c", terms.capacity(4, bytes), bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    waits(script, "receiver", Gate.open());
    script.send("sender", "send", List.of(bytes), Gate.done("receiver.long"));
    return script.take("receiver", "take", 1, 0, Gate.open()).build();
  }

  private static void waits(Script script, String end, Gate gate) {
    script.step(end, "short", new Action.Receive(1, SHORT_MS, 0, true), gate);
    script.step(end, "long", new Action.Receive(1, LONG_MS, 0, true), gate);
  }

  private Scenario noRoom(String name) {
    int bytes = terms.size(4_000);
    Script script = new Script(terms, name, 3).mostlyTogether();
    script.channel("c", terms.capacity(2, bytes), bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    fills(script, "sender", bytes, Gate.open());
    script.take("receiver", "take", 1, 0, Gate.done("sender.long"));
    return script.build();
  }

  private static void fills(Script script, String end, int bytes, Gate gate) {
    List<Integer> fill = Collections.nCopies(MORE_THAN_FITS, bytes);
    script.step(end, "fill", new Action.Send(fill, 0, 0, true, false), gate);
    script.send(end, "short", List.of(bytes), SHORT_MS, 0, Gate.open());
    script.send(end, "long", List.of(bytes), LONG_MS, 0, Gate.open());
  }

  /** One process waits for another that is stopped: for its messages, and for the room it makes. */
  private Scenario stopped(String name) {
    int bytes = terms.size(4_000);
    Script script = new Script(terms, name, 3);
    script.channel("in", terms.capacity(2, bytes), bytes);
    script.channel("out", terms.capacity(2, bytes), bytes);
    script.receiver("waiting", "a", "in").sender("silent", "b", "in");
    script.receiver("deaf", "b", "out").sender("filling", "a", "out");
    Gate open = Gate.done("waiting.open", "silent.open", "deaf.open", "filling.open");
    script.fault("stop", Fault.Kind.SIGSTOP, "deaf", new Trigger.Reached(open), STOPPED_MS);
    Gate stopped = new Gate.Struck("stop");
    waits(script, "waiting", stopped);
    if (terms.has(Promise.OVERFLOW, "block")) {
      fills(script, "filling", bytes, stopped);
    }
    return script.build();
  }

  /** Receives for which nothing comes and sends for which there is no room are interrupted. */
  public List<Scenario> interrupted(String name) {
    List<Scenario> all = new ArrayList<>();
    for (int timeout : new int[] {Action.FOREVER, MUCH_LONGER_MS}) {
      all.add(interrupted(name + ", in receive", timeout, End.Side.RECEIVER));
      if (terms.has(Promise.OVERFLOW, "block")) {
        all.add(interrupted(name + ", in send", timeout, End.Side.SENDER));
      }
    }
    return all;
  }

  private Scenario interrupted(String name, int timeout, End.Side side) {
    int bytes = terms.size(4_000);
    Script script = beside(name);
    script.channel("c", terms.capacity(2, bytes), bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    String waiting = side == End.Side.RECEIVER ? "receiver" : "sender";
    if (side == End.Side.RECEIVER) {
      script.step(waiting, "wait", new Action.Receive(1, timeout, 0, true), Gate.open());
    } else {
      List<Integer> fill = Collections.nCopies(MORE_THAN_FITS, bytes);
      script.send(waiting, "wait", fill, timeout, 0, Gate.open());
    }
    return interrupt(script, waiting, "wait");
  }

  /** An open that waits for the other end is interrupted. */
  public List<Scenario> interruptedOpens(String name) {
    boolean sender = terms.has(Promise.OPENS, "receiver-first");
    List<Scenario> all = new ArrayList<>();
    for (int timeout : new int[] {Action.FOREVER, MUCH_LONGER_MS}) {
      Script script = beside(name);
      script.channel("c", terms.capacity(2, terms.size(64)), terms.size(64));
      End.Side side = sender ? End.Side.SENDER : End.Side.RECEIVER;
      script.end("early", sender ? "s" : "r", "c", side, sender ? 1 : 0);
      script.step("early", "open", new Action.Open(timeout), Gate.done("watch.open", "mute.open"));
      all.add(interrupt(script, "early", "open"));
    }
    return all;
  }

  /** With a channel whose receiver shows that the interruption was delivered. */
  private Script beside(String name) {
    int bytes = terms.size(64);
    Script script = new Script(terms, name, 3).mostlyTogether();
    script.channel("beside", terms.capacity(2, bytes), bytes);
    return script.receiver("watch", "r", "beside").sender("mute", "s", "beside");
  }

  private static Scenario interrupt(Script script, String end, String word) {
    script.step(end, "interrupt", new Action.Interrupt(), Gate.blocked(end + "." + word));
    Gate delivered = Gate.done(end + ".interrupt");
    return script.step("watch", "see", new Action.Receive(1, 1, 0, true), delivered).build();
  }
}
