package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/**
 * Draws crashes whose survivors are watched. Several channels share the process that dies, so that
 * one kill gives several observations.
 */
public final class Crashes {
  /** More than any channel that was asked for a few messages holds. */
  private static final int MORE_THAN_FITS = 600;

  /** Longer than a few of the pieces that any transport is known to move at a time. */
  private static final int SEVERAL_PACKETS = 100_000;

  private final Terms terms;

  private Crashes(Terms terms) {
    this.terms = terms;
  }

  /** Crashes of the subject that is judged now. */
  public static Crashes now() {
    return new Crashes(Terms.now());
  }

  /** Crashes as these terms allow. */
  public static Crashes on(Terms terms) {
    return new Crashes(terms);
  }

  private int mostChannels() {
    return terms.manyThreads() && !terms.inOneRuntime() ? 4 : 1;
  }

  private static Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(1, Integer.MAX_VALUE);
  }

  private Arbitrary<List<List<Integer>>> drawn(int fewest, int most, int largest) {
    return Sizes.upTo(terms.size(largest))
        .map(terms::size)
        .list()
        .ofMinSize(fewest)
        .ofMaxSize(most)
        .list()
        .ofMinSize(1)
        .ofMaxSize(mostChannels());
  }

  private static int most(List<Integer> sizes) {
    return Math.max(64, sizes.stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  private static String[] ids(String end, String word, int count) {
    return IntStream.range(0, count).mapToObj(i -> end + i + "." + word).toArray(String[]::new);
  }

  /** Receivers that wait for one message more than was sent when their sender dies. */
  public Arbitrary<Scenario> waitingReceivers(String name) {
    return Combinators.combine(drawn(0, 6, 5_000), seeds())
        .as((sizes, seed) -> waitingReceivers(name, sizes, seed));
  }

  private Scenario waitingReceivers(String name, List<List<Integer>> channels, long seed) {
    Script script = new Script(terms, name, seed);
    for (int i = 0; i < channels.size(); i++) {
      List<Integer> sizes = channels.get(i);
      int most = terms.size(most(sizes));
      script.channel("c" + i, terms.capacity(4, most), most);
      script.receiver("r" + i, "r", "c" + i).sender("s" + i, "s", "c" + i);
      script.send("s" + i, "send", sizes, Gate.open());
      Action wait = new Action.Receive(sizes.size() + 1, Action.FOREVER, 0, true);
      script.step("r" + i, "wait", wait, Gate.open());
    }
    Gate waiting = Gate.blocked(ids("r", "wait", channels.size()));
    return script.fault("kill", terms.crash(), "s0", new Trigger.Reached(waiting), 0).build();
  }

  /** Senders that wait for room when their receiver dies. */
  public Arbitrary<Scenario> waitingSenders(String name) {
    Arbitrary<Integer> sizes = Arbitraries.of(1_000, 4_096, 8_192).map(terms::size);
    return Combinators.combine(
            sizes.list().ofMinSize(1).ofMaxSize(mostChannels()),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 5),
            seeds())
        .as((each, capacity, taken, seed) -> waitingSenders(name, each, capacity, taken, seed));
  }

  private Scenario waitingSenders(
      String name, List<Integer> each, int capacity, int taken, long seed) {
    Script script = new Script(terms, name, seed);
    for (int i = 0; i < each.size(); i++) {
      int most = each.get(i);
      script.channel("c" + i, terms.capacity(capacity, most), most);
      script.receiver("r" + i, "r", "c" + i).sender("s" + i, "s", "c" + i);
      List<Integer> fill = Collections.nCopies(MORE_THAN_FITS, most);
      script.send("s" + i, "fill", fill, Gate.open());
      if (taken > 0) {
        script.take("r" + i, "take", taken, 0, Gate.open());
      }
    }
    Gate waiting = Gate.blocked(ids("s", "fill", each.size()));
    return script.fault("kill", terms.crash(), "r0", new Trigger.Reached(waiting), 0).build();
  }

  /** Messages that lie in their channel when their sender dies, and are received afterwards. */
  public Arbitrary<Scenario> orphans(String name) {
    Blow.Kind[] kinds =
        terms.inOneRuntime()
            ? new Blow.Kind[] {Blow.Kind.RETURNED}
            // A point that no message of the draw passes would never be struck.
            : new Blow.Kind[] {Blow.Kind.RETURNED, Blow.Kind.BEGUN};
    return Combinators.combine(drawn(1, 12, 9_000), Blow.any(terms, kinds), seeds())
        .as((sizes, blow, seed) -> orphans(name, sizes, blow, seed));
  }

  private Scenario orphans(String name, List<List<Integer>> channels, Blow blow, long seed) {
    Script script = new Script(terms, name, seed);
    for (int i = 0; i < channels.size(); i++) {
      List<Integer> sizes = channels.get(i);
      int most = terms.size(most(sizes));
      script.channel("c" + i, Math.max(sizes.size(), terms.capacity(16, most)), most);
      script.receiver("r" + i, "r", "c" + i).sender("s" + i, "s", "c" + i);
      script.send("s" + i, "send", sizes, Gate.open());
      Action take = new Action.Receive(sizes.size() + 1, quiet(), 0, true);
      script.step("r" + i, "take", take, new Gate.AfterFault("kill"));
    }
    int sent = channels.getFirst().size();
    Trigger trigger =
        terms.inOneRuntime()
            ? new Trigger.Reached(Gate.done("s0.send"))
            : blow.trigger("s0", "send", sent);
    return script.fault("kill", terms.crash(), "s0", trigger, 0).build();
  }

  /** Everything lies there already, so that who is not told of the death need not wait. */
  private int quiet() {
    boolean exact = terms.has(Promise.EMPTINESS, "exact");
    return noticesDeath() ? Script.PATIENCE_MS : exact ? 1 : 150;
  }

  private boolean noticesDeath() {
    return terms.has(Promise.DEATH, "kernel") || terms.has(Promise.DEATH, "timeout");
  }

  /** Senders of large messages that die within one, beside others that live on. */
  public Arbitrary<Scenario> torn(String name) {
    Arbitrary<Integer> large = Arbitraries.integers().between(5_000, 90_000).map(terms::size);
    // Whoever waits may not have begun, and a moment may fall anywhere: only a point is sure.
    List<Blow.Kind> kinds = new ArrayList<>();
    if (terms.halfwayPoints().isEmpty()) {
      kinds.addAll(List.of(Blow.Kind.BLOCKED, Blow.Kind.BLOCKED, Blow.Kind.TIME, Blow.Kind.BEGUN));
    } else {
      kinds.addAll(Collections.nCopies(6, Blow.Kind.POINT));
      kinds.add(Blow.Kind.BLOCKED);
    }
    return Combinators.combine(
            large.list().ofMinSize(3).ofMaxSize(12),
            Sizes.upTo(terms.size(9_000)).list().ofMinSize(1).ofMaxSize(6),
            Blow.within(terms, kinds.toArray(Blow.Kind[]::new)),
            seeds())
        .as((victims, others, blow, seed) -> torn(name, victims, others, blow, seed));
  }

  private Scenario torn(
      String name, List<Integer> victims, List<Integer> others, Blow blow, long seed) {
    List<Integer> sizes = new ArrayList<>(victims);
    if (blow.point().equals("packet")) {
      sizes.set(0, terms.size(SEVERAL_PACKETS));
    }
    int most = Math.max(most(sizes), most(others));
    Script script = new Script(terms, name, seed).channel("c", 1, most);
    script.receiver("receiver", "r", "c").sender("victim", "v", "c");
    boolean blocked = blow.kind() == Blow.Kind.BLOCKED;
    if (blocked) {
      sizes.addAll(Collections.nCopies(MORE_THAN_FITS / 10, most));
    }
    script.send("victim", "send", sizes, Gate.open());
    if (terms.senders(2) == 2) {
      List<Integer> told =
          others.stream().map(s -> terms.size(Math.max(s, Sizes.SHORTEST_WITH_ID))).toList();
      script.sender("survivor", "w", "c");
      script.send("survivor", "send", told, new Gate.AfterFault("kill"));
      script.close("survivor", Gate.open());
    }
    Gate begins = blocked ? new Gate.AfterFault("kill") : Gate.open();
    int patience = noticesDeath() ? Script.PATIENCE_MS : 300;
    script.step("receiver", "take", new Action.Receive(10_000, patience, 0, true), begins);
    Trigger trigger = blow.trigger("victim", "send", victims.size());
    return script.fault("kill", Fault.Kind.SIGKILL, "victim", trigger, 0).build();
  }
}
