package org.ipctck.suite.generate;

import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists scenarios in which nobody sends for a long time, or everybody all the time. */
public final class Standing {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(ms|s)\\b");
  private static final int SENDERS = 3;

  /** The receiver needs half a millisecond for each, so that all of them press on it for long. */
  private static final int EACH = 300;

  private static final int PAUSE_MICROS = 500;

  /** A length that nothing else asks for as the largest of a channel. */
  private static final int IDLE_BYTES = 61;

  private final Terms terms;

  private Standing(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Standing now() {
    return new Standing(Terms.now());
  }

  /** Those that these terms allow. */
  public static Standing on(Terms terms) {
    return new Standing(terms);
  }

  /** Longer than the bound, and than every duration that is declared, in microseconds. */
  private int idleMicros() {
    long longest = Long.parseLong(terms.profile().get(Promise.BOUND));
    for (String declared : terms.profile().declarations().values()) {
      Matcher duration = DURATION.matcher(declared);
      while (duration.find()) {
        long number = Long.parseLong(duration.group(1));
        longest = Math.max(longest, duration.group(2).equals("s") ? 1_000 * number : number);
      }
    }
    return (int) Math.min((longest + 50) * 1_000, Integer.MAX_VALUE);
  }

  /** Two channels, one with a receiver that waits and one with a receiver that does not. */
  public Scenario idle(String name) {
    int bytes = terms.size(IDLE_BYTES);
    int capacity = terms.capacity(4, bytes);
    Script script = new Script(terms, name, 3).mostlyTogether();
    script.channel("c1", capacity, bytes).channel("c2", capacity, bytes);
    script.receiver("waiting", "r", "c1").sender("s1", "s", "c1");
    script.receiver("resting", "r", "c2").sender("s2", "s", "c2");
    int idle = idleMicros();
    for (String sender : List.of("s1", "s2")) {
      script.send(sender, "send", List.of(bytes, bytes), Action.FOREVER, idle, Gate.open());
    }
    script.step("waiting", "one", new Action.Receive(1, Action.FOREVER, 0, true), Gate.open());
    int patience = idle / 1_000 + Script.PATIENCE_MS;
    script.step("waiting", "next", new Action.Receive(1, patience, 0, true), Gate.open());
    script.take("resting", "one", 1, 0, Gate.open());
    // Where nothing lies between both, the second send waits for this receive.
    Gate rested = Gate.done(capacity > 0 ? "s2.send" : "s1.send");
    return script.take("resting", "next", 1, 0, rested).build();
  }

  /** Several senders that all have more to send than there is room for. */
  public List<Scenario> saturated(String name) {
    return List.of(saturated(name, 2));
  }

  private Scenario saturated(String name, int capacity) {
    int bytes = terms.size(4_000);
    String full = "%s, room for %d".formatted(name, capacity);
    Script script = new Script(terms, full, 3).mostlyTogether();
    script.channel("c", terms.capacity(capacity, bytes), bytes).receiver("receiver", "r", "c");
    IntStream.range(0, SENDERS).forEach(i -> script.sender("s" + i, "s" + i % 2, "c"));
    for (int i = 0; i < SENDERS; i++) {
      script.send("s" + i, "send", Collections.nCopies(EACH, bytes), Gate.open());
    }
    Action take = new Action.Receive(SENDERS * EACH, Script.PATIENCE_MS, PAUSE_MICROS, true);
    return script.step("receiver", "take", take, Gate.open()).build();
  }
}
