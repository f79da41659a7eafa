package org.ipctck.suite.generate;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Draws receivers that share, and channels that share their processes. */
public final class Sharing {
  /** More than any channel that was asked for a few messages holds. */
  private static final int MORE_THAN_FITS = 600;

  /** A message that is on its way comes sooner; one that was lost is waited for so long. */
  private static final int LOST_MS = 1_000;

  private final Terms terms;

  private Sharing(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Sharing now() {
    return new Sharing(Terms.now());
  }

  /** Those that these terms allow. */
  public static Sharing on(Terms terms) {
    return new Sharing(terms);
  }

  private static Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(1, Integer.MAX_VALUE);
  }

  private static Arbitrary<Integer> upTo(int most) {
    return Arbitraries.integers().between(1, most);
  }

  /** One of two receivers closes in between, and the other takes what is sent from then on. */
  public Arbitrary<Scenario> leaving(String name) {
    Arbitrary<List<Integer>> sizes =
        Sizes.upTo(terms.size(3_000))
            .map(size -> terms.size(Math.max(size, Sizes.SHORTEST_WITH_ID)))
            .list()
            .ofMinSize(20)
            .ofMaxSize(50);
    return Combinators.combine(upTo(8), sizes, sizes, Arbitraries.of(0, 50, 200), seeds())
        .as(
            (capacity, before, after, pause, seed) ->
                leaving(name, capacity, before, after, pause, seed));
  }

  private Scenario leaving(
      String name, int capacity, List<Integer> before, List<Integer> after, int pause, long seed) {
    int most = terms.size(3_000);
    Script script = new Script(terms, name, seed).mostlyTogether();
    script.channel("c", terms.capacity(capacity, most), most);
    script.receiver("leaves", "r1", "c").receiver("stays", "r2", "c").sender("sender", "s", "c");
    script.send("sender", "send", before, Gate.open());
    int half = before.size() / 2;
    take(script, "leaves", "take", half, pause, Gate.open());
    take(script, "stays", "take", before.size() - half, pause, Gate.open());
    script.close("leaves", Gate.done("stays.take"));
    script.send("sender", "more", after, Gate.done("leaves.close"));
    // Any sooner it would take what the other one still waits for.
    take(script, "stays", "more", after.size(), pause, Gate.done("leaves.close"));
    script.close("sender", Gate.done("stays.more"));
    int patience = terms.has(Promise.END, "reported") ? Script.PATIENCE_MS : 100;
    script.step("stays", "end", new Action.Receive(2, patience, 0, true), Gate.open());
    return script.close("stays", Gate.open()).build();
  }

  private static void take(
      Script script, String end, String word, int count, int pause, Gate gate) {
    script.step(end, word, new Action.Receive(count, LOST_MS, pause, true), gate);
  }

  /** A sender waits for a receiver that does not receive, beside a channel where all is well. */
  public Arbitrary<Scenario> besideTheSlow(String name) {
    Arbitrary<List<Integer>> sizes =
        Sizes.upTo(terms.size(3_000)).map(terms::size).list().ofMinSize(5).ofMaxSize(40);
    return Combinators.combine(Arbitraries.of(4_096, 8_192), upTo(4), sizes, seeds())
        .as((fill, capacity, beside, seed) -> besideTheSlow(name, fill, capacity, beside, seed));
  }

  private Scenario besideTheSlow(
      String name, int fill, int capacity, List<Integer> beside, long seed) {
    int most = terms.size(fill);
    Script script = new Script(terms, name, seed).mostlyTogether();
    script.channel("c", terms.capacity(capacity, most), most);
    script.channel("d", terms.capacity(capacity, most), most);
    script.receiver("slow", "q", "c").sender("waits", "s", "c");
    script.receiver("receiver", "r", "d").sender("sender", "s", "d");
    script.send("waits", "fill", Collections.nCopies(MORE_THAN_FITS, most), Gate.open());
    Gate waiting = Gate.blocked("waits.fill");
    script.send("sender", "send", beside, waiting);
    script.take(
        "receiver",
        "take",
        beside.size(),
        0,
        new Gate.After(List.of("sender.send"), Gate.Moment.BEGUN));
    script.take("slow", "take", MORE_THAN_FITS, 0, Gate.done("receiver.take"));
    Gate goesOn = Gate.done("slow.take");
    script.close("waits", goesOn).close("sender", goesOn);
    int patience = terms.has(Promise.END, "reported") ? Script.PATIENCE_MS : 100;
    Action rest = new Action.Receive(beside.size() + 1, patience, 0, true);
    script.step("receiver", "rest", rest, goesOn);
    script.close("slow", Gate.open());
    return script.close("receiver", Gate.open()).build();
  }
}
