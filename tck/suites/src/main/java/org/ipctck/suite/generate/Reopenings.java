package org.ipctck.suite.generate;

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

/** Draws crashes after which other processes use the same name. */
public final class Reopenings {
  private final Terms terms;

  private Reopenings(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Reopenings now() {
    return new Reopenings(Terms.now());
  }

  /** Those that these terms allow. */
  public static Reopenings on(Terms terms) {
    return new Reopenings(terms);
  }

  /** Who dies. */
  enum Dead {
    BOTH,
    SENDER,
    RECEIVER
  }

  /** Mostly both, since a survivor that closes may clear what the dead one left. */
  private static Arbitrary<Dead> who() {
    return Arbitraries.of(Dead.BOTH, Dead.BOTH, Dead.BOTH, Dead.SENDER, Dead.RECEIVER);
  }

  /** Both ends, or one of them, die in the middle; then two others open the same name. */
  public Arbitrary<Scenario> scenarios(String name) {
    Arbitrary<Blow> blows = Blow.sure(terms, Blow.Kind.BEGUN, Blow.Kind.RETURNED, Blow.Kind.POINT);
    Arbitrary<List<Integer>> sizes =
        Sizes.upTo(terms.size(70_000))
            .map(size -> terms.size(Math.max(size, Sizes.SHORTEST_WITH_ID)))
            .list()
            .ofMinSize(1)
            .ofMaxSize(8);
    return Combinators.combine(
            sizes,
            sizes,
            noticed() ? who() : Arbitraries.just(Dead.BOTH),
            blows,
            Arbitraries.longs().between(1, Integer.MAX_VALUE))
        .as((before, after, dead, blow, seed) -> write(name, before, after, dead, blow, seed));
  }

  private Scenario write(
      String name, List<Integer> before, List<Integer> after, Dead dead, Blow blow, long seed) {
    int most = Math.max(largest(before), largest(after));
    Script script = new Script(terms, name, seed).channel("c", terms.capacity(2, most), most);
    script.receiver("bob", "b1", "c").sender("alice", "a1", "c");
    List<Integer> sent = longer(before);
    script.send("alice", "send", sent, Gate.open());
    script.step("bob", "take", new Action.Receive(sent.size(), patience(), 300, true), Gate.open());
    strike(script, dead, blow, before.size());
    Gate over = survivorCloses(script, dead);
    reopen(script, after, over);
    return script.build();
  }

  private static int largest(List<Integer> sizes) {
    return Math.max(64, sizes.stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  /** So long that the blow falls before everything was sent. */
  private static List<Integer> longer(List<Integer> sizes) {
    return Collections.nCopies(Math.max(1, 40 / sizes.size()), sizes).stream()
        .flatMap(List::stream)
        .toList();
  }

  private int patience() {
    return noticed() ? Script.PATIENCE_MS : 300;
  }

  private boolean noticed() {
    return terms.has(Promise.DEATH, "kernel") || terms.has(Promise.DEATH, "timeout");
  }

  private void strike(Script script, Dead dead, Blow blow, int operations) {
    Trigger first = blow.trigger("alice", "send", operations);
    Trigger second = new Trigger.Reached(new Gate.AfterFault("kill"));
    String victim = dead == Dead.RECEIVER ? "bob" : "alice";
    script.fault("kill", Fault.Kind.SIGKILL, victim, first, 0);
    if (dead == Dead.BOTH) {
      script.fault("kill-too", Fault.Kind.SIGKILL, "bob", second, 0);
    }
  }

  private static Gate survivorCloses(Script script, Dead dead) {
    if (dead == Dead.BOTH) {
      return new Gate.AfterFault("kill-too");
    }
    String survivor = dead == Dead.SENDER ? "bob" : "alice";
    script.close(survivor, new Gate.AfterFault("kill"));
    return Gate.done(survivor + ".close");
  }

  private void reopen(Script script, List<Integer> sizes, Gate over) {
    script.end("bob-2", "b2", "c", End.Side.RECEIVER, 0);
    script.end("alice-2", "a2", "c", End.Side.SENDER, 1);
    boolean senderLater = terms.has(Promise.OPENS, "receiver-first");
    boolean receiverLater = terms.has(Promise.OPENS, "sender-first");
    script.open("bob-2", receiverLater ? Gate.done("alice-2.open") : over);
    script.open("alice-2", senderLater ? Gate.done("bob-2.open") : over);
    Gate there = Gate.done("bob-2.open", "alice-2.open");
    // Nobody gives up on a name that is blocked: the watch knows how long this host may take.
    script.send("alice-2", "send", sizes, there);
    script.close("alice-2", Gate.open());
    int patience = terms.has(Promise.END, "reported") ? Action.FOREVER : 300;
    script.step("bob-2", "take", new Action.Receive(10_000, patience, 0, true), there);
    script.close("bob-2", Gate.open());
  }
}
