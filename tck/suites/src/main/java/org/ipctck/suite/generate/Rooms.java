package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;

/** Lists scenarios that look at how much room there is: at first, and after messages were left. */
public final class Rooms {
  /** Lengths beside the edges of pages and headers. */
  private static final List<Integer> LENGTHS =
      List.of(8, 9, 64, 500, 1_000, 4_063, 4_064, 4_065, 4_096, 8_192, 20_000, 65_536);

  private static final List<Integer> CAPACITIES = List.of(2, 16, 1, 5);

  /** What a channel that was asked for a little holds at the most, in bytes and messages. */
  private static final int FITS_BYTES = 1 << 21;

  private static final int FITS_MESSAGES = 20_000;

  private final Terms terms;

  private Rooms(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Rooms now() {
    return new Rooms(Terms.now());
  }

  /** Those that these terms allow. */
  public static Rooms on(Terms terms) {
    return new Rooms(terms);
  }

  private static List<Integer> more(int bytes, int capacity) {
    int count = Math.min(FITS_MESSAGES, 4 * capacity + 4 + FITS_BYTES / Math.max(bytes, 1));
    return Collections.nCopies(count, bytes);
  }

  /** An empty channel is filled with messages of one length until it takes no more. */
  public List<Scenario> filled(String name) {
    List<Scenario> all = new ArrayList<>();
    for (int i = 0; i < LENGTHS.size(); i++) {
      int bytes = terms.size(LENGTHS.get(i));
      all.add(filled(name, bytes, terms.capacity(CAPACITIES.get(i % CAPACITIES.size()), bytes)));
    }
    return all;
  }

  private Scenario filled(String name, int bytes, int capacity) {
    String full = "%s: %d messages of %d bytes".formatted(name, capacity, bytes);
    Script script = new Script(terms, full, 3).mostlyTogether().channel("c", capacity, bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    int count = terms.lossless() ? more(bytes, capacity).size() : capacity;
    Action fill = new Action.Send(Collections.nCopies(count, bytes), 0, 0, true, false);
    script.step("sender", "fill", fill, Gate.open());
    return script.close("sender", Gate.open()).build();
  }

  /** Receivers take a little, give up, and close with messages pending, again and again. */
  public Scenario discarded(String name, int rounds) {
    int bytes = terms.size(4_000);
    int capacity = terms.capacity(2, bytes);
    Script script = new Script(terms, name, 3).mostlyTogether().channel("c", capacity, bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    Action sweep = new Action.Receive(FITS_MESSAGES, 0, 0, true);
    script.step("receiver", "look", sweep, Gate.open());
    Action fill = new Action.Send(more(bytes, capacity), 0, 0, true, false);
    script.step("sender", "fill", fill, Gate.done("receiver.look"));
    script.step("receiver", "take", new Action.Receive(1, 0, 0, true), Gate.done("sender.fill"));
    script.close("receiver", Gate.open());
    return script.close("sender", Gate.done("receiver.close")).rounds(rounds).build();
  }

  /**
   * One receiver drains the channel and gives up on more, one sender fills it and fails on more.
   */
  public Scenario drained(String name, int cycles) {
    int bytes = terms.size(4_000);
    int capacity = terms.capacity(2, bytes);
    Script script = new Script(terms, name, 3).mostlyTogether().channel("c", capacity, bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    Gate gate = Gate.open();
    for (int i = 0; i < cycles; i++) {
      Action fill = new Action.Send(more(bytes, capacity), 0, 0, true, false);
      script.step("sender", "fill" + i, fill, gate);
      script.send("sender", "too-large" + i, List.of(terms.largest() + 1), 0, 0, Gate.open());
      Gate filled = Gate.done("sender.too-large" + i);
      script.step("receiver", "drain" + i, new Action.Receive(FITS_MESSAGES, 0, 0, true), filled);
      if (terms.manyThreads()) {
        cancelled(script, i);
      }
      script.step("receiver", "expire" + i, new Action.Receive(1, 1, 0, true), Gate.open());
      gate = Gate.done("receiver.expire" + i);
    }
    return script.close("sender", gate).close("receiver", Gate.open()).build();
  }

  /** A receive is interrupted, mostly while it waits. */
  private static void cancelled(Script script, int i) {
    script.step("receiver", "cancel" + i, new Action.Receive(1, 20, 0, true), Gate.open());
    Gate begun = new Gate.After(List.of("receiver.cancel" + i), Gate.Moment.BEGUN);
    script.step("receiver", "interrupt" + i, new Action.Interrupt(), begun);
  }

  /** Everything is sent before somebody looks whether there is anything. */
  public List<Scenario> pending(String name) {
    return List.of(1, 4, 8).stream().map(count -> pending(name + " " + count, count)).toList();
  }

  private Scenario pending(String name, int count) {
    int bytes = terms.size(64);
    Script script =
        new Script(terms, name, count)
            .mostlyTogether()
            .channel("c", terms.capacity(count, bytes), bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "send", Collections.nCopies(count, bytes), Gate.open());
    Gate sent = Gate.done("sender.send");
    // Nothing is tried so often that somebody who looks only now and then does not come through.
    for (int i = 0; i < 3; i++) {
      script.step("receiver", "try" + i, new Action.Receive(count, 0, 0, true), sent);
    }
    return script.step("receiver", "rest", new Action.Receive(count, 300, 0, true), sent).build();
  }
}
