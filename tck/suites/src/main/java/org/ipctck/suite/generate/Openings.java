package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists scenarios in which ends are opened alone, too often, or after others have gone. */
public final class Openings {
  private static final int SHORT_MS = 120;

  private final Terms terms;
  private final int bytes;

  private Openings(Terms terms) {
    this.terms = terms;
    this.bytes = terms.size(64);
  }

  /** Those of the subject that is judged now. */
  public static Openings now() {
    return new Openings(Terms.now());
  }

  /** Those that these terms allow. */
  public static Openings on(Terms terms) {
    return new Openings(terms);
  }

  private Script channel(String name) {
    return new Script(terms, name, 3)
        .mostlyTogether()
        .channel("c", terms.capacity(4, bytes), bytes);
  }

  /** One end is opened, and nobody comes to the other side. */
  public List<Scenario> alone(String name) {
    List<Scenario> all = new ArrayList<>();
    for (End.Side side : End.Side.values()) {
      for (int timeout : new int[] {0, SHORT_MS}) {
        String word = side.name().toLowerCase(java.util.Locale.ROOT);
        Script script = channel("%s: a %s, within %d ms".formatted(name, word, timeout));
        script.end(word, "p", "c", side, side == End.Side.SENDER ? 1 : 0);
        script.step(word, "open", new Action.Open(timeout), Gate.open());
        all.add(script.build());
      }
    }
    return all;
  }

  /** One end more than there are places is opened, by the same process and by another. */
  public List<Scenario> tooMany(String name) {
    List<Scenario> all = new ArrayList<>();
    for (End.Side side : End.Side.values()) {
      String word = side.name().toLowerCase(java.util.Locale.ROOT);
      all.add(tooMany(name + ": a " + word + " of the same process", side, word.substring(0, 1)));
      if (!terms.inOneRuntime()) {
        all.add(tooMany(name + ": a " + word + " of another process", side, "x"));
      }
    }
    return all;
  }

  private Scenario tooMany(String name, End.Side side, String process) {
    Script script = channel(name).receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "before", List.of(bytes, bytes), Gate.open());
    script.take("receiver", "before", 2, 0, Gate.open());
    boolean sends = side == End.Side.SENDER;
    script.end("extra", process, "c", side, sends ? 7 : 1);
    Gate busy = Gate.done("sender.before", "receiver.before");
    script.step("extra", "open", new Action.Open(SHORT_MS), busy);
    Gate refused = Gate.done("extra.open");
    script.send("sender", "after", List.of(bytes, bytes), refused);
    return script.take("receiver", "after", 2, 0, refused).build();
  }

  /** Somebody opens the name of a receiver that lives, after others have gone. */
  public List<Scenario> late(String name) {
    List<Scenario> all = new ArrayList<>();
    if (!terms.has(Promise.OWNER, "none")) {
      all.add(refused(name + ", one too many was refused", false));
      if (!terms.inOneRuntime()) {
        all.add(refused(name + ", one too many was refused and died", true));
      }
    }
    if (terms.senders(2) == 2) {
      all.add(closed(name + ", a sender closed"));
      if (!terms.inOneRuntime()) {
        all.add(killed(name + ", a sender died"));
      }
    }
    return all;
  }

  private Scenario refused(String name, boolean dies) {
    Script script = channel(name).receiver("receiver", "r", "c");
    script.end("extra", terms.inOneRuntime() ? "r" : "x", "c", End.Side.RECEIVER, 1);
    script.step("extra", "open", new Action.Open(SHORT_MS), Gate.done("receiver.open"));
    Gate gone = Gate.done("extra.open");
    if (dies) {
      script.fault("kill", Fault.Kind.SIGKILL, "extra", new Trigger.Reached(gone), 0);
    }
    return late(script, dies ? new Gate.AfterFault("kill") : gone);
  }

  /** A sender that stays keeps the channel from its end. */
  private Scenario closed(String name) {
    Script script = two(name).close("leaving", Gate.open());
    return late(script, Gate.done("leaving.close"));
  }

  private Scenario killed(String name) {
    Script script = two(name);
    Gate open = Gate.done("receiver.open", "staying.open", "leaving.open");
    script.fault("kill", Fault.Kind.SIGKILL, "leaving", new Trigger.Reached(open), 0);
    return late(script, new Gate.AfterFault("kill"));
  }

  private Script two(String name) {
    Script script = channel(name).receiver("receiver", "r", "c");
    return script.sender("staying", "s", "c").sender("leaving", "x", "c");
  }

  private Scenario late(Script script, Gate gate) {
    script.end("late", "s", "c", End.Side.SENDER, 5).open("late", gate);
    script.send("late", "send", List.of(bytes, bytes), Gate.done("late.open"));
    return script.take("receiver", "take", 2, 0, Gate.done("late.open")).build();
  }
}
