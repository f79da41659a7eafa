package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists scenarios that are the same each time: sizes, names, and one round of use. */
public final class Single {
  /** By how many bytes a message is too large. */
  public static final List<Integer> TOO_LARGE_BY = List.of(1, 2, 8, 1_000, 65_536);

  private final Terms terms;

  private Single(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Single now() {
    return new Single(Terms.now());
  }

  /** Those that these terms allow. */
  public static Single on(Terms terms) {
    return new Single(terms);
  }

  /** Messages of one size between two small ones. */
  public Scenario ofSize(String name, int bytes) {
    int small = terms.size(Math.min(bytes, 32));
    return exchange(name + " " + bytes, bytes, List.of(small, bytes, bytes, small));
  }

  /** A message over the declared largest between two that are not. */
  public Scenario tooLarge(String name, int by) {
    int largest = terms.largest();
    int small = terms.size(32);
    return exchange(name + " by " + by, largest, List.of(small, largest + by, small, small));
  }

  private Scenario exchange(String name, int most, List<Integer> sizes) {
    Script script =
        new Script(terms, name, most).mostlyTogether().channel("c", terms.capacity(4, most), most);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "send", sizes, Gate.open());
    int taken = (int) sizes.stream().filter(size -> size <= terms.largest()).count();
    script.step("receiver", "take", new Action.Receive(taken, 1_000, 0, true), Gate.open());
    script.close("sender", Gate.done("receiver.take"));
    int patience = terms.has(Promise.END, "reported") ? Script.PATIENCE_MS : 100;
    script.step("receiver", "end", new Action.Receive(2, patience, 0, true), Gate.open());
    return script.close("receiver", Gate.open()).build();
  }

  /** What names are told apart by; each list is a set of channels that are open together. */
  public static List<List<String>> names() {
    String stem = "a".repeat(31);
    return List.of(
        List.of("/alpha", "/beta", "/gamma"),
        List.of("left/same", "right/same"),
        List.of("left/same", "left/same-", "right/same"),
        List.of("/" + stem + "1", "/" + stem + "2"),
        List.of("/a", "/aa", "/a-", "/-a"),
        List.of("/1", "/01", "/10"),
        List.of("one/a-b", "one-a/b"));
  }

  /** Messages on several channels at a time. */
  public Scenario beside(List<String> names) {
    Script script = new Script(terms, "channels beside one another", 7).mostlyTogether();
    int bytes = terms.size(64);
    List<Integer> sizes = Collections.nCopies(12, bytes);
    List<String> taken = new ArrayList<>();
    List<String> looked = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String[] parts = names.get(i).split("/", 2);
      script.channel("c" + i, parts[1], parts[0], terms.capacity(4, bytes), bytes);
      script.receiver("r" + i, "r", "c" + i).sender("s" + i, "s", "c" + i);
      taken.add("r" + i + ".take");
      looked.add("r" + i + ".rest");
    }
    Gate begins = terms.capacity(4, bytes) > 0 ? crosswise(script, names.size()) : Gate.open();
    for (int i = 0; i < names.size(); i++) {
      script.send("s" + i, "send", sizes, Action.FOREVER, 50, begins);
      script.step("r" + i, "take", new Action.Receive(12, 1_000, 0, true), Gate.open());
      // What was sent elsewhere may come behind everything that belongs here.
      Gate over = new Gate.After(taken, Gate.Moment.DONE);
      script.step("r" + i, "rest", new Action.Receive(12 * names.size(), 20, 0, true), over);
      script.close("s" + i, new Gate.After(looked, Gate.Moment.DONE));
      script.close("r" + i, Gate.open());
    }
    return script.build();
  }

  /**
   * One message lies in each channel before any is received, and who comes last receives first: in
   * one queue for several of them it gets another's, whoever is quick.
   */
  private Gate crosswise(Script script, int channels) {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      script.send("s" + i, "one", List.of(terms.size(64)), Gate.open());
      sent.add("s" + i + ".one");
    }
    Gate next = new Gate.After(sent, Gate.Moment.DONE);
    for (int i = channels - 1; i >= 0; i--) {
      script.step("r" + i, "one", new Action.Receive(1, 1_000, 0, true), next);
      next = Gate.done("r" + i + ".one");
    }
    return next;
  }

  /** Ends are opened, used and closed again and again by the same processes. */
  public Scenario cycles(String name, int rounds) {
    int bytes = terms.size(64);
    Script script = new Script(terms, name, 7).mostlyTogether().channel("c", 2, bytes);
    script.receiver("receiver", "r", "c").sender("sender", "s", "c");
    script.send("sender", "send", List.of(bytes, bytes), Gate.open());
    script.step("receiver", "take", new Action.Receive(2, 1_000, 0, true), Gate.open());
    // A use that fails takes nothing with it either.
    script.send("sender", "fail", List.of(terms.largest() + 1), 0, 0, Gate.open());
    script.close("sender", Gate.open());
    return script.close("receiver", Gate.open()).rounds(rounds).build();
  }
}
