package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists calls that are blocked for a while because the peer stands still. */
public final class Waits {
  private static final int STANDSTILL_MS = 400;

  /** More than any channel that was asked for a few messages holds. */
  private static final int MORE_THAN_FITS = 600;

  private final Terms terms;

  private Waits(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Waits now() {
    return new Waits(Terms.now());
  }

  /** Those that these terms allow. */
  public static Waits on(Terms terms) {
    return new Waits(terms);
  }

  /** A receiver waits for a sender that stands still, and a sender for a receiver. */
  public List<Scenario> scenarios(String name) {
    boolean blocks = terms.has(Promise.OVERFLOW, "block");
    if (terms.manyThreads()) {
      return List.of(write(name, true, blocks));
    }
    List<Scenario> all = new ArrayList<>(List.of(write(name, true, false)));
    if (blocks) {
      all.add(write(name, false, true));
    }
    return all;
  }

  private Scenario write(String name, boolean receiving, boolean sending) {
    Script script = new Script(terms, name, 1);
    List<String> waits = new ArrayList<>();
    int bytes = terms.size(4_000);
    if (receiving) {
      script.channel("c0", terms.capacity(2, bytes), bytes);
      script.receiver("r0", "waits", "c0").sender("s0", "stands", "c0");
      script.step("r0", "wait", new Action.Receive(1, Action.FOREVER, 0, true), Gate.open());
      script.send("s0", "send", List.of(bytes), new Gate.AfterFault("stop"));
      waits.add("r0.wait");
    }
    if (sending) {
      script.channel("c1", terms.capacity(2, bytes), bytes);
      script.receiver("r1", "stands", "c1").sender("s1", "waits", "c1");
      List<Integer> fill = Collections.nCopies(MORE_THAN_FITS, bytes);
      script.send("s1", "fill", fill, Gate.open());
      script.take("r1", "take", fill.size(), 0, new Gate.AfterFault("stop"));
      waits.add("s1.fill");
    }
    Gate blocked = new Gate.After(waits, Gate.Moment.BLOCKED);
    String standing = receiving ? "s0" : "r1";
    return script
        .fault("stop", Fault.Kind.SIGSTOP, standing, new Trigger.Reached(blocked), STANDSTILL_MS)
        .build();
  }
}
