package org.ipctck.suite.generate;

import java.util.Collections;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Writes channels through which more passes than a small counter can count. */
public final class Volumes {
  /** A counter of 16 bits has wrapped by then, and what follows shows it. */
  private static final int MESSAGES = (1 << 16) + 464;

  /** A position of 31 bits has wrapped by then. */
  private static final long BYTES = (1L << 31) + (1 << 20);

  /** Longer messages would pass no sooner. */
  private static final int LARGEST = 1 << 20;

  /** With small messages the way to 2^31 bytes is too long for any run. */
  private static final int MOST_MESSAGES = 600_000;

  /** At a full channel that refuses, most attempts are in vain. */
  private static final int ATTEMPTS = 4;

  private static final int CAPACITY = 16;

  private final Terms terms;

  private Volumes(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Volumes now() {
    return new Volumes(Terms.now());
  }

  /** Those that these terms allow. */
  public static Volumes on(Terms terms) {
    return new Volumes(terms);
  }

  /** More than 2^16 of the smallest messages that can be told apart, or a share of them. */
  public Scenario messages(String name, double share) {
    int bytes = terms.size(Sizes.SHORTEST_WITH_ID);
    return passing(name, bytes, (int) Math.ceil(MESSAGES * share));
  }

  /** More than 2^31 bytes in messages as large as may be. */
  public Scenario bytes(String name) {
    int bytes = terms.size(LARGEST);
    long count = BYTES / Math.max(bytes, 1) + 1;
    return passing(name, bytes, (int) Math.min(count, MOST_MESSAGES));
  }

  private Scenario passing(String name, int bytes, int count) {
    boolean refuses = terms.has(Promise.OVERFLOW, "refuse");
    int sent = refuses ? ATTEMPTS * count : count;
    Script script =
        new Script(terms, name, 1)
            .mostlyTogether()
            .channel("c", terms.capacity(CAPACITY, bytes), bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "send", Collections.nCopies(sent, bytes), Gate.open());
    // Who dropped some has nothing more to give when the sender has done.
    boolean ends = terms.has(Promise.END, "reported");
    int patience = terms.lossless() && !refuses || ends ? Script.PATIENCE_MS : 300;
    Action take = new Action.Receive(sent, patience, 0, true);
    script.step("receiver", "take", take, Gate.open());
    boolean waits = terms.lossless() && !refuses;
    script.close("sender", waits ? Gate.done("receiver.take") : Gate.done("sender.send"));
    Action rest = new Action.Receive(2, ends ? Script.PATIENCE_MS : 100, 0, true);
    return script.step("receiver", "rest", rest, Gate.done("sender.send")).build();
  }
}
