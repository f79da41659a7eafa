package org.ipctck.suite.generate;

import java.util.Collections;
import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;

/** Lists channels on which open descriptors go with messages. */
public final class Attachments {
  /** What a receiver has when it has taken its messages, and nobody has behind the closes. */
  public static final String TAKEN = "taken";

  private static final int BYTES = 200;

  private final Terms terms;

  private Attachments(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Attachments now() {
    return new Attachments(Terms.now());
  }

  /** Those that these terms allow. */
  public static Attachments on(Terms terms) {
    return new Attachments(terms);
  }

  /** Several with a message, then some with messages that are never received. */
  public List<Scenario> handedOver(String name) {
    return List.of(handedOver(name, 3));
  }

  private Scenario handedOver(String name, int attached) {
    int bytes = terms.size(BYTES);
    Script script = new Script(terms, "%s: %d with each".formatted(name, attached), 1);
    script.channel("c", terms.capacity(4, bytes), bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "plain", List.of(bytes), Gate.open());
    script.step("sender", "first", attaching(bytes, 2, attached), Gate.open());
    script.take("receiver", "take", 3, 0, Gate.open());
    script.move(TAKEN, new Move.Look(), Gate.done("receiver.take", "sender.first"));
    script.step("sender", "left", attaching(bytes, 3, 1), new Gate.AfterMove(TAKEN));
    script.take("receiver", "one", 1, 0, Gate.done("sender.left"));
    script.close("receiver", Gate.done("receiver.one"));
    script.close("sender", Gate.done("receiver.close"));
    return script
        .move("closed", new Move.Look(), Gate.done("receiver.close", "sender.close"))
        .build();
  }

  private static Action attaching(int bytes, int count, int attached) {
    List<Integer> sizes = Collections.nCopies(count, bytes);
    return new Action.Send(sizes, Action.FOREVER, 0, false, false, attached);
  }
}
