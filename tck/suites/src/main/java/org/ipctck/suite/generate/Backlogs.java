package org.ipctck.suite.generate;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;

/** Lists receivers that stand still while more connect than can wait for them. */
public final class Backlogs {
  /** The free declaration of how many connections may wait. */
  private static final String DECLARED = "backlog";

  /** More than the usual 128, where nothing is declared. */
  private static final int USUAL = 140;

  /** More than net.core.somaxconn lets wait. */
  private static final int MOST = 4_200;

  private static final int BEYOND = 12;

  /** A length and a capacity that hardly anything else draws together. */
  private static final int BYTES = 77;

  private static final int CAPACITY = 3;
  private static final int PATIENT_MS = 200;

  private final Terms terms;

  private Backlogs(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Backlogs now() {
    return new Backlogs(Terms.now());
  }

  /** Those that these terms allow. */
  public static Backlogs on(Terms terms) {
    return new Backlogs(terms);
  }

  private int connections() {
    String declared = terms.profile().declarations().getOrDefault(DECLARED, "");
    return declared.matches("\\d{1,4}")
        ? Math.min(Integer.parseInt(declared) + BEYOND, MOST)
        : USUAL;
  }

  /** One connects and goes again and again, another has patience, and a third comes later. */
  public List<Scenario> full(String name) {
    int bytes = terms.size(BYTES);
    Script script = new Script(terms, name, 1).channel("c", terms.capacity(CAPACITY, bytes), bytes);
    script.receiver("receiver", "r", "c");
    Trigger open = new Trigger.Reached(Gate.done("receiver.open"));
    // It goes on as soon as the others have nothing left to do.
    script.fault("stop", Fault.Kind.SIGSTOP, "receiver", open, -Script.PATIENCE_MS);
    script.end("knocking", "s", "c", End.Side.SENDER, 1);
    int connections = connections();
    for (int i = 0; i < connections; i++) {
      Gate gate = i == 0 ? new Gate.Struck("stop") : Gate.done("knocking.close" + (i - 1));
      script.step("knocking", "open" + i, new Action.Open(0), gate);
      script.step("knocking", "close" + i, new Action.Close(), Gate.open());
    }
    Gate knocked = Gate.done("knocking.close" + (connections - 1));
    script.end("patient", "s", "c", End.Side.SENDER, 1);
    script.step("patient", "open", new Action.Open(PATIENT_MS), knocked);
    script.step("receiver", "take", new Action.Receive(3, 1_000, 0, true), healed());
    script.send("patient", "send", List.of(bytes), 1_000, 0, healed());
    script.close("patient", Gate.open());
    script.end("later", "s", "c", End.Side.SENDER, 1);
    script.open("later", Gate.done("patient.close"));
    script.send("later", "send", List.of(bytes), 1_000, 0, Gate.open());
    return List.of(script.close("later", Gate.done("later.send")).build());
  }

  private static Gate healed() {
    return new Gate.AfterFault("stop");
  }
}
