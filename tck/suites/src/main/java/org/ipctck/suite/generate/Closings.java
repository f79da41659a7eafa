package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Draws and lists scenarios in which ends are closed twice, while they wait, or for good. */
public final class Closings {
  private final Terms terms;

  private Closings(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Closings now() {
    return new Closings(Terms.now());
  }

  /** Those that these terms allow. */
  public static Closings on(Terms terms) {
    return new Closings(terms);
  }

  private static Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(1, Integer.MAX_VALUE);
  }

  /**
   * Both ends of a channel are closed again, beside and after their first close, while another
   * channel of the same processes is opened and used.
   */
  public Arbitrary<Scenario> repeated(String name) {
    Arbitrary<Boolean> either = Arbitraries.of(false, true);
    return Combinators.combine(Arbitraries.integers().between(50, 80), either, either, seeds())
        .as((count, beside, later, seed) -> repeated(name, count, beside, later, seed));
  }

  private Scenario repeated(String name, int count, boolean beside, boolean later, long seed) {
    int bytes = terms.size(100);
    Script script = new Script(terms, name, seed).mostlyTogether();
    script.channel("c1", terms.capacity(4, bytes), bytes);
    script.channel("c2", terms.capacity(count, bytes), bytes);
    script.receiver("r1", "r", "c1").sender("s1", "s", "c1");
    script.end("r2", "r", "c2", End.Side.RECEIVER, 0).end("s2", "s", "c2", End.Side.SENDER, 1);
    script.send("s1", "send", List.of(bytes, bytes), Gate.open());
    script.take("r1", "take", 2, 0, Gate.open());
    for (String end : List.of("s1", "r1")) {
      script.close(end, Gate.done("s1.send", "r1.take"));
      if (beside && terms.manyThreads()) {
        Gate begun = new Gate.After(List.of(end + ".close"), Gate.Moment.BEGUN);
        script.step(end, "beside", new Action.CloseAside(), begun);
      }
    }
    boolean sequence = terms.has(Promise.OPENS, "receiver-first");
    boolean reverse = terms.has(Promise.OPENS, "sender-first");
    Gate closed = Gate.done("s1.close", "r1.close");
    script.open("r2", reverse ? Gate.done("s2.open") : closed);
    script.open("s2", sequence ? Gate.done("r2.open") : closed);
    Gate reused = Gate.done("r2.open", "s2.open");
    Gate some = new Gate.After(List.of("s2.send"), Gate.Moment.BEGUN);
    script.send("s2", "send", Collections.nCopies(count, bytes), reused);
    script.take("r2", "take", count, 0, reused);
    for (String end : List.of("s1", "r1")) {
      script.step(end, "again", new Action.Close(), later ? some : reused);
    }
    script.close("s2", Gate.done("r2.take"));
    return script.close("r2", Gate.open()).build();
  }

  /** Ends that wait in receive, or in send on a full channel, are closed from aside. */
  public List<Scenario> whileWaiting(String name) {
    List<Scenario> all = new ArrayList<>();
    for (int ends = 1; ends <= 3; ends++) {
      all.add(waiting(name + ", in receive", ends, End.Side.RECEIVER));
      if (terms.has(Promise.OVERFLOW, "block")) {
        all.add(waiting(name + ", in send", ends, End.Side.SENDER));
      }
    }
    return all;
  }

  private Scenario waiting(String name, int ends, End.Side side) {
    int bytes = terms.size(4_000);
    Script script = new Script(terms, name, ends).mostlyTogether();
    for (int i = 0; i < ends; i++) {
      script.channel("c" + i, terms.capacity(2, bytes), bytes);
      script.receiver("r" + i, "r", "c" + i).sender("s" + i, "s", "c" + i);
      if (side == End.Side.RECEIVER) {
        Action wait = new Action.Receive(1, Action.FOREVER, 0, true);
        script.step("r" + i, "wait", wait, Gate.open());
        script.step("r" + i, "aside", new Action.CloseAside(), Gate.blocked("r" + i + ".wait"));
      } else {
        List<Integer> fill = Collections.nCopies(600, bytes);
        script.send("s" + i, "wait", fill, Gate.open());
        script.step("s" + i, "aside", new Action.CloseAside(), Gate.blocked("s" + i + ".wait"));
      }
    }
    return script.build();
  }

  /** Ends that were closed are used again. */
  public List<Scenario> forGood(String name) {
    List<Scenario> all = new ArrayList<>();
    for (int timeout : new int[] {0, 20, Action.FOREVER}) {
      all.add(closedSender(name + ", in send", timeout));
      all.add(closedReceiver(name + ", in receive", timeout));
    }
    return all;
  }

  private Scenario closedSender(String name, int timeout) {
    int bytes = terms.size(64);
    Script script = new Script(terms, name, timeout + 2).mostlyTogether().channel("c", 4, bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "send", List.of(bytes, bytes), Gate.open());
    script.close("sender", Gate.open());
    script.send("sender", "late", List.of(bytes), timeout, 0, Gate.open());
    Gate tried = Gate.done("sender.late");
    return script.step("receiver", "take", new Action.Receive(4, 200, 0, true), tried).build();
  }

  private Scenario closedReceiver(String name, int timeout) {
    int bytes = terms.size(64);
    Script script = new Script(terms, name, timeout + 2).mostlyTogether().channel("c", 4, bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "send", List.of(bytes, bytes), Gate.open());
    script.take("receiver", "take", 1, 0, Gate.open());
    script.close("receiver", Gate.done("sender.send"));
    return script
        .step("receiver", "late", new Action.Receive(1, timeout, 0, true), Gate.open())
        .build();
  }

  /** The process of a sender is asked to end in the middle of its work. */
  public Arbitrary<Scenario> askedToEnd(String name) {
    return Combinators.combine(
            Sizes.upTo(terms.size(20_000)).map(terms::size).list().ofMinSize(2).ofMaxSize(40),
            Arbitraries.integers().between(1, 20),
            seeds())
        .as((sizes, n, seed) -> askedToEnd(name, sizes, n, seed));
  }

  private Scenario askedToEnd(String name, List<Integer> sizes, int n, long seed) {
    int most = Math.max(64, sizes.stream().mapToInt(Integer::intValue).max().orElse(0));
    Script script = new Script(terms, name, seed).channel("c", terms.capacity(4, most), most);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "send", sizes, Action.FOREVER, 100, Gate.open());
    Action take = new Action.Receive(sizes.size() + 1, Script.PATIENCE_MS, 0, true);
    script.step("receiver", "take", take, Gate.open());
    Trigger trigger = new Trigger.Operation("sender.send", Math.min(n, sizes.size()), true);
    return script.fault("end", Fault.Kind.SIGTERM, "sender", trigger, 0).build();
  }
}
