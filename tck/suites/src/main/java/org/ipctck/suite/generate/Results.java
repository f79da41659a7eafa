package org.ipctck.suite.generate;

import java.util.Collections;
import java.util.List;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;

/** Writes a channel that is full beside one whose sender closes and one whose sender dies. */
public final class Results {
  /** A length that hardly anything else draws. */
  private static final int BYTES = 1_999;

  /** More than a channel that was asked for little grants, in bytes. */
  private static final int FILLS_BYTES = 1_300_000;

  private static final int CAPACITY = 4;

  private final Terms terms;

  private Results(Terms terms) {
    this.terms = terms;
  }

  /** That of the subject that is judged now. */
  public static Results now() {
    return new Results(Terms.now());
  }

  /** That which these terms allow. */
  public static Results on(Terms terms) {
    return new Results(terms);
  }

  /** The full channel is tried before and after the others have gone. */
  public Scenario beside(String name) {
    int bytes = terms.size(BYTES);
    Script script = new Script(terms, name, 1);
    for (String channel : List.of("full", "closed", "dead")) {
      script.channel(channel, terms.capacity(CAPACITY, bytes), bytes);
    }
    script.receiver("bob", "m", "full").sender("alice", "m", "full");
    script.receiver("carl", "m", "closed").sender("anna", "m", "closed");
    script.receiver("dave", "m", "dead").sender("adam", "x", "dead");
    int count = 4 * CAPACITY + 4 + FILLS_BYTES / Math.max(bytes, 1);
    Action fill = new Action.Send(Collections.nCopies(count, bytes), 0, 0, true, false);
    script.step("alice", "fill", fill, Gate.open());
    script
        .send("anna", "send", List.of(bytes), Gate.open())
        .take("carl", "take", 1, 0, Gate.open());
    script
        .send("adam", "send", List.of(bytes), Gate.open())
        .take("dave", "take", 1, 0, Gate.open());
    Gate there = Gate.done("alice.fill", "carl.take", "dave.take", "anna.send", "adam.send");
    script.close("anna", there);
    script.fault("kill", terms.crash(), "adam", new Trigger.Reached(there), 0);
    script.take("carl", "last", 1, 0, Gate.done("anna.close"));
    script.take("dave", "last", 1, 0, new Gate.AfterFault("kill"));
    Action again = new Action.Send(List.of(bytes, bytes), 0, 0, false, false);
    return script.step("alice", "again", again, Gate.done("carl.last", "dave.last")).build();
  }
}
