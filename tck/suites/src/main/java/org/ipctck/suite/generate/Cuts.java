package org.ipctck.suite.generate;

import java.util.Collections;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists senders that are stopped for a moment while they wait for room within a message. */
public final class Cuts {
  /** Lengths that hardly anything else draws, of several writes each. */
  private static final List<Integer> LENGTHS = List.of(33_333, 5_001, 150_001);

  /** More than a channel that was asked for little grants, in bytes. */
  private static final int FILLS_BYTES = 1_300_000;

  private static final int CAPACITY = 3;

  /** A stop that is over at once cuts a call just as well. */
  private static final int STANDSTILL_MS = 2;

  private final Terms terms;

  private Cuts(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Cuts now() {
    return new Cuts(Terms.now());
  }

  /** Those that these terms allow. */
  public static Cuts on(Terms terms) {
    return new Cuts(terms);
  }

  /** One for each length. */
  public List<Scenario> all(String name) {
    return LENGTHS.stream().map(terms::size).distinct().map(each -> cut(name, each)).toList();
  }

  private Scenario cut(String name, int bytes) {
    int capacity = terms.capacity(CAPACITY, bytes);
    Script script = new Script(terms, "%s of %d bytes".formatted(name, bytes), 1);
    script.channel("c", capacity, bytes).receiver("receiver", "r", "c");
    script.sender("sender", "s", "c");
    boolean two = terms.senders(2) == 2;
    if (two) {
      // Whoever reads ahead for a lone sender does it his own way.
      script.sender("beside", "s", "c");
    }
    int count = 4 * capacity + 4 + FILLS_BYTES / Math.max(bytes, 1);
    script.send("sender", "send", Collections.nCopies(count, bytes), Gate.open());
    Trigger waits = new Trigger.Reached(Gate.blocked("sender.send"));
    script.fault("stop", Fault.Kind.SIGSTOP, "sender", waits, STANDSTILL_MS);
    script.take("receiver", "take", count, 0, new Gate.AfterFault("stop"));
    script.close("sender", Gate.done("receiver.take"));
    if (two) {
      script.close("beside", Gate.done("receiver.take"));
    }
    int patience = terms.has(Promise.END, "reported") ? Script.PATIENCE_MS : 100;
    Action rest = new Action.Receive(2, patience, 0, true);
    return script.step("receiver", "rest", rest, Gate.open()).build();
  }
}
