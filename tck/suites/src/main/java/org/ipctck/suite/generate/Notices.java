package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists traffic whose receiver waits until it is told that there is something. */
public final class Notices {
  private static final int SMALL = 64;
  private static final int LARGE = 60_000;
  private static final int FEW = 5;
  private static final int MANY = 40;
  private static final int CAPACITY = 4;

  /** Long enough for the receiver to wait again. */
  private static final int PAUSE_MICROS = 2_000;

  private final Terms terms;

  private Notices(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Notices now() {
    return new Notices(Terms.now());
  }

  /** Those that these terms allow. */
  public static Notices on(Terms terms) {
    return new Notices(terms);
  }

  /** Senders that come one after another, large messages, and small ones in quick succession. */
  public List<Scenario> all(String name) {
    List<Scenario> all = new ArrayList<>();
    if (terms.has(Promise.SENDERS, "many")) {
      all.add(arrivals(name + " of senders that come one after another"));
    }
    all.add(traffic(name + " of large messages", LARGE, FEW, PAUSE_MICROS));
    all.add(traffic(name + " of many messages", SMALL, MANY, 0));
    return all;
  }

  /** Whoever comes is no message yet. */
  private Scenario arrivals(String name) {
    int bytes = terms.size(SMALL);
    Script script = script(name, bytes);
    told(script, 2 * FEW);
    script.sender("former", "f", "c");
    script.send("former", "send", sizes(bytes, FEW), Script.PATIENCE_MS, PAUSE_MICROS, Gate.open());
    script
        .oneMore("c")
        .end("later", "l", "c", End.Side.SENDER, 1)
        .open("later", Gate.done("former.send"));
    script.send("later", "send", sizes(bytes, FEW), Script.PATIENCE_MS, PAUSE_MICROS, Gate.open());
    script.close("former", Gate.done("receiver.take"));
    return script.close("later", Gate.done("receiver.take")).build();
  }

  private Scenario traffic(String name, int size, int count, int pauseMicros) {
    int bytes = terms.size(size);
    Script script = script(name, bytes);
    told(script, count);
    script.sender("sender", "s", "c");
    script.send(
        "sender", "send", sizes(bytes, count), Script.PATIENCE_MS, pauseMicros, Gate.open());
    return script.close("sender", Gate.done("receiver.take")).build();
  }

  private Script script(String name, int bytes) {
    Script script = new Script(terms, name, 1);
    return script
        .channel("c", terms.capacity(CAPACITY, bytes), bytes)
        .receiver("receiver", "r", "c");
  }

  private static void told(Script script, int count) {
    Action take = new Action.Receive(count, Script.PATIENCE_MS, 0, true, false, true);
    script.step("receiver", "take", take, Gate.open());
  }

  private static List<Integer> sizes(int bytes, int count) {
    return Collections.nCopies(count, bytes);
  }
}
