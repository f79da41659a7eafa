package org.ipctck.suite.generate;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Draws channels that are full. */
public final class Limits {
  /** What a channel that was asked for a little holds at the most, in bytes. */
  private static final int FITS_BYTES = 400_000;

  private static final int FITS_MESSAGES = 700;

  /**
   * What a sender that stops where the channel is full may go up to: the largest pipe, and more.
   */
  private static final int FILLS_BYTES = 1_300_000;

  private final Terms terms;

  private Limits(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Limits now() {
    return new Limits(Terms.now());
  }

  /** Those that these terms allow. */
  public static Limits on(Terms terms) {
    return new Limits(terms);
  }

  private static Arbitrary<Integer> capacities() {
    return Arbitraries.integers().between(1, 16);
  }

  /** Most messages are so long that few of them fill a pipe. */
  private Arbitrary<Integer> sizes() {
    return Arbitraries.of(200, 1_000, 2_000, 4_080, 4_096, 8_000, 20_000)
        .map(size -> terms.size(Math.min(size, terms.largest())));
  }

  private static Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(1, Integer.MAX_VALUE);
  }

  private static int moreThanFits(int bytes, int capacity) {
    return Math.min(FITS_MESSAGES, 4 * capacity + 4 + FITS_BYTES / Math.max(bytes, 1));
  }

  /**
   * Enough to fill whatever a subject may have granted, for a sender that stops when it is full.
   */
  private static int fills(int bytes, int capacity) {
    return 4 * capacity + 4 + FILLS_BYTES / Math.max(bytes, 1);
  }

  /** A sender fills a channel from which nobody receives, tries on, and waits at last. */
  public Arbitrary<Scenario> filled(String name) {
    return Combinators.combine(sizes(), capacities(), seeds())
        .as((bytes, capacity, seed) -> filled(name, bytes, capacity, seed));
  }

  private Scenario filled(String name, int bytes, int capacity, long seed) {
    int granted = terms.capacity(capacity, bytes);
    boolean refuses = terms.lossless();
    int count = refuses ? fills(bytes, granted) : moreThanFits(bytes, granted);
    Script script = new Script(terms, name, seed).mostlyTogether().channel("c", granted, bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    Action fill = new Action.Send(Collections.nCopies(count, bytes), 0, 0, refuses, false);
    script.step("sender", "fill", fill, Gate.open());
    script.send("sender", "try", List.of(bytes, bytes), 3, 0, Gate.open());
    if (terms.has(Promise.OVERFLOW, "block")) {
      Gate waits = new Gate.After(List.of("sender.wait"), Gate.Moment.BEGUN);
      script.send("sender", "wait", List.of(bytes), Gate.open());
      script.step("receiver", "take", new Action.Receive(count + 3, 500, 0, true), waits);
      script.close("sender", Gate.open());
    } else {
      script.step(
          "receiver", "take", new Action.Receive(count + 3, 100, 0, true), Gate.done("sender.try"));
      script.close("sender", Gate.done("receiver.take"));
    }
    return script.build();
  }

  /** Senders give up again and again while a slow receiver makes room for some of them. */
  public Arbitrary<Scenario> impatient(String name) {
    return Combinators.combine(
            sizes(),
            capacities(),
            Arbitraries.integers().between(1, terms.senders(3)),
            Arbitraries.of(0, 0, 0, 1),
            Arbitraries.of(50, 200, 600),
            seeds())
        .as(
            (bytes, capacity, senders, timeout, pause, seed) ->
                impatient(name, bytes, capacity, senders, timeout, pause, seed));
  }

  private Scenario impatient(
      String name, int bytes, int capacity, int senders, int timeout, int pause, long seed) {
    int granted = terms.capacity(capacity, bytes);
    int count = moreThanFits(bytes, granted) / senders + 12;
    Script script = new Script(terms, name, seed).mostlyTogether().channel("c", granted, bytes);
    script.receiver("receiver", "r", "c");
    List<Integer> sizes = Collections.nCopies(count, bytes);
    String[] sends =
        IntStream.range(0, senders).mapToObj(i -> "s" + i + ".send").toArray(String[]::new);
    IntStream.range(0, senders).forEach(i -> script.sender("s" + i, "s" + i % 2, "c"));
    for (int i = 0; i < senders; i++) {
      script.send("s" + i, "send", sizes, timeout, timeout == 0 ? 20 : 0, Gate.open());
      script.close("s" + i, Gate.done(sends));
    }
    // The slow one has done when nobody sends any more; then what is left is taken at once.
    script.step("receiver", "slow", new Action.Receive(20, 100, pause, true), Gate.open());
    script.step(
        "receiver", "rest", new Action.Receive(count * senders, 500, 0, true), Gate.done(sends));
    return script.close("receiver", Gate.open()).build();
  }

  /** A sender that waits for room is interrupted, and sends again. */
  public Arbitrary<Scenario> interrupted(String name) {
    return Combinators.combine(sizes(), capacities(), seeds())
        .as((bytes, capacity, seed) -> interrupted(name, bytes, capacity, seed));
  }

  private Scenario interrupted(String name, int bytes, int capacity, long seed) {
    int granted = terms.capacity(capacity, bytes);
    int count = fills(bytes, granted);
    Script script = new Script(terms, name, seed).mostlyTogether().channel("c", granted, bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "fill", Collections.nCopies(count, bytes), Gate.open());
    script.step("sender", "interrupt", new Action.Interrupt(), Gate.blocked("sender.fill"));
    script.step(
        "receiver", "take", new Action.Receive(count + 8, 500, 0, true), Gate.done("sender.fill"));
    script.send("sender", "more", Collections.nCopies(8, bytes), Gate.open());
    return script.close("sender", Gate.open()).build();
  }
}
