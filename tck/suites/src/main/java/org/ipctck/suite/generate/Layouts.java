package org.ipctck.suite.generate;

import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;

/** Lists senders that ask for more than the receiver has made a channel for. */
public final class Layouts {
  /** The sender that takes the channel for a larger one. */
  public static final String STRANGER = "mallory";

  private static final int BYTES = 83;
  private static final int CAPACITY = 3;
  private static final int PATIENT_MS = 200;

  /** How many times as large a message: a little, and more than any rounding. */
  private static final List<Integer> TIMES = List.of(16, 2, 200);

  private final Terms terms;

  private Layouts(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Layouts now() {
    return new Layouts(Terms.now());
  }

  /** Those that these terms allow. */
  public static Layouts on(Terms terms) {
    return new Layouts(terms);
  }

  /** One scenario for each size of what is asked for. */
  public List<Scenario> all(String name) {
    int made = terms.size(BYTES);
    return TIMES.stream()
        .map(times -> terms.size(BYTES * times))
        .filter(asked -> asked > made)
        .distinct()
        .map(
            asked ->
                larger(name + ", of %d bytes instead of %d".formatted(made, asked), made, asked))
        .toList();
  }

  /** Who was refused leaves the channel as it was for the one who asks for what there is. */
  private Scenario larger(String name, int made, int asked) {
    Script script = new Script(terms, name, 1);
    int capacity = terms.capacity(CAPACITY, asked);
    script.channel("c", "c", "", capacity, made).channel("larger", "c", "", capacity, asked);
    script.receiver("bob", "b", "c");
    script.end(STRANGER, "m", "larger", End.Side.SENDER, 1).open(STRANGER, Gate.done("bob.open"));
    script.send(STRANGER, "send", List.of(asked), PATIENT_MS, 0, Gate.open());
    Gate tried = Gate.done(STRANGER + ".send");
    script.step("bob", "look", new Action.Receive(1, PATIENT_MS, 0, true), tried);
    script.close(STRANGER, Gate.done("bob.look"));
    script.end("alice", "a", "c", End.Side.SENDER, 1).open("alice", Gate.done(STRANGER + ".close"));
    script.send("alice", "send", List.of(made), Gate.open());
    script.step("bob", "take", new Action.Receive(1, PATIENT_MS, 0, true), Gate.done("alice.send"));
    return script.close("alice", Gate.done("bob.take")).build();
  }
}
