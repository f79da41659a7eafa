package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists scenarios in which somebody only tries while others wait, stand still, or are dead. */
public final class Attempts {
  private static final int MORE_THAN_FITS = 600;

  /** Longer than a try may take, on a host at half its best. */
  private static final int STOPPED_MS = -4_000;

  /** Longer than what a transport moves in one piece, as far as is known. */
  private static final int SEVERAL_PACKETS = 20_000;

  /** Where a sender may hold something, of the points that each send passes. */
  private static final Set<String> HOLDING = Set.of("claim", "copy", "commit");

  private final Terms terms;
  private final int bytes;

  private Attempts(Terms terms) {
    this.terms = terms;
    this.bytes = terms.size(4_000);
  }

  /** Those of the subject that is judged now. */
  public static Attempts now() {
    return new Attempts(Terms.now());
  }

  /** Those that these terms allow. */
  public static Attempts on(Terms terms) {
    return new Attempts(terms);
  }

  /** Every situation that the subject can be brought into. */
  public List<Scenario> all(String name) {
    List<Scenario> all = new ArrayList<>();
    all.add(empty(name + ", the channel is empty"));
    all.add(full(name + ", the channel is full"));
    if (terms.inOneRuntime()) {
      all.add(left(name + ", the others have gone"));
      return all;
    }
    all.add(idle(name + ", the others stand still", Fault.Kind.SIGSTOP));
    if (terms.manyThreads() && terms.has(Promise.OVERFLOW, "block")) {
      all.add(waiting(name + ", the others stand still in their waits", Fault.Kind.SIGSTOP));
      all.add(waiting(name + ", the others died in their waits", Fault.Kind.SIGKILL));
    }
    for (String point : terms.sendingPoints().stream().filter(HOLDING::contains).toList()) {
      all.add(sending(name + ", one stands still at " + point, Fault.Kind.SIGSTOP, point));
    }
    return all;
  }

  private Action trying(int count) {
    return new Action.Send(Collections.nCopies(count, bytes), 0, 0, false, false);
  }

  private static Action glance(int count) {
    return new Action.Receive(count, 0, 0, true);
  }

  private Script channel(String name) {
    return new Script(terms, name, 3)
        .mostlyTogether()
        .channel("c", terms.capacity(2, bytes), bytes);
  }

  /** Beside the one that tries another one waits, where the channel has two. */
  private Scenario empty(String name) {
    Script script = channel(name).receiver("receiver", "r", "c").sender("sender", "s", "c");
    Gate gate = Gate.open();
    if (terms.receivers(2) == 2) {
      script.receiver("other", "r", "c");
      script.step("other", "wait", new Action.Receive(1, Action.FOREVER, 0, true), Gate.open());
      gate = Gate.blocked("other.wait");
    }
    for (int i = 1; i <= 3; i++) {
      script.step("receiver", "try" + i, glance(1), gate);
    }
    return script.send("sender", "send", List.of(bytes), Gate.done("receiver.try3")).build();
  }

  private Scenario full(String name) {
    Script script = channel(name).receiver("receiver", "r", "c").sender("sender", "s", "c");
    boolean two = terms.senders(2) == 2 && terms.has(Promise.OVERFLOW, "block");
    if (two) {
      script.sender("other", "s", "c");
    }
    script.step("sender", "try", trying(terms.lossless() ? MORE_THAN_FITS : 8), Gate.open());
    if (two) {
      // Where each sender has room of its own, that is filled first.
      script.step("other", "fill", fill(), Gate.done("sender.try"));
      script.send("other", "wait", List.of(bytes), Gate.open());
      script.step("sender", "again", trying(3), Gate.blocked("other.wait"));
    }
    Gate tried = Gate.done(two ? "sender.again" : "sender.try");
    Action rest = new Action.Receive(MORE_THAN_FITS, 100, 0, true);
    return script.step("receiver", "take", rest, tried).build();
  }

  /** Tasks that ended without close: whoever tries beside them comes back. */
  private Scenario left(String name) {
    Script script = channel(name).receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.channel("d", terms.capacity(2, bytes), bytes);
    script.receiver("gone", "r", "d").sender("trying", "s", "d");
    Gate open = Gate.done("receiver.open", "sender.open", "gone.open", "trying.open");
    script.fault("end", Fault.Kind.ABANDON, "sender", new Trigger.Reached(open), 0);
    script.fault("end-too", Fault.Kind.ABANDON, "gone", new Trigger.Reached(open), 0);
    script.step("receiver", "try", glance(2), new Gate.AfterFault("end"));
    return script.step("trying", "try", trying(8), new Gate.AfterFault("end-too")).build();
  }

  private Gate tries(Script script, Gate gate) {
    script.step("trying-in", "try", glance(4), gate);
    script.step("trying-out", "try", trying(40), gate);
    return Gate.done("trying-in.try", "trying-out.try");
  }

  /** One process tries both ways while the other, with nothing to do, is struck. */
  private Scenario idle(String name, Fault.Kind kind) {
    Script script = both(name, bytes);
    Gate open = Gate.done("trying-in.open", "in.open", "out.open", "trying-out.open");
    script.fault("strike", kind, "in", new Trigger.Reached(open), STOPPED_MS);
    if (!terms.manyThreads()) {
      script.fault("strike-too", kind, "out", new Trigger.Reached(open), STOPPED_MS);
    }
    tries(script, new Gate.Struck(terms.manyThreads() ? "strike" : "strike-too"));
    return script.build();
  }

  private Script both(String name, int largest) {
    Script script = new Script(terms, name, 3);
    script.channel("i", terms.capacity(2, largest), largest);
    script.channel("o", terms.capacity(2, bytes), bytes);
    script.receiver("trying-in", "a", "i").sender("in", "b", "i");
    return script.receiver("out", "b", "o").sender("trying-out", "a", "o");
  }

  /** The other process waits both ways when it is struck. */
  private Scenario waiting(String name, Fault.Kind kind) {
    Script script = both(name, bytes);
    boolean two = terms.senders(2) == 2;
    if (two) {
      script.sender("beside", "a", "i");
    }
    script.step("in", "fill", fill(), Gate.open());
    script.send("in", "wait", List.of(bytes), Gate.open());
    script.step("out", "wait", new Action.Receive(1, Action.FOREVER, 0, true), Gate.open());
    Gate waits = Gate.blocked("in.wait", "out.wait");
    script.fault("strike", kind, "in", new Trigger.Reached(waits), STOPPED_MS);
    if (two) {
      script.step("beside", "try", trying(3), new Gate.Struck("strike"));
    }
    tries(script, two ? Gate.done("beside.try") : new Gate.Struck("strike"));
    return script.build();
  }

  private Action fill() {
    return new Action.Send(Collections.nCopies(MORE_THAN_FITS, bytes), 0, 0, true, false);
  }

  /** The other process is struck in the middle of a send. */
  private Scenario sending(String name, Fault.Kind kind, String point) {
    Script script = both(name, terms.size(SEVERAL_PACKETS));
    boolean two = terms.senders(2) == 2;
    if (two) {
      script.sender("beside", "a", "i");
    }
    script.send("in", "send", Collections.nCopies(2, terms.size(SEVERAL_PACKETS)), Gate.open());
    script.fault("strike", kind, "in", new Trigger.Point("in", point, 1), STOPPED_MS);
    Gate struck = new Gate.Struck("strike");
    if (two) {
      script.step("beside", "try", trying(3), struck);
    }
    tries(script, two ? Gate.done("beside.try") : struck);
    return script.build();
  }
}
