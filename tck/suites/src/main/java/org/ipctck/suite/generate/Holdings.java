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
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/**
 * Draws senders that are struck at every point of a send while others use the same channels. Each
 * point has a channel and a sender of its own; they share a process, so that one blow strikes all.
 */
public final class Holdings {
  /** Large enough for a message of several pieces in every reference. */
  private static final int LARGE = 60_000;

  private static final int SMALL = 300;

  private static final int BESIDE = 4;

  /** What each victim sends. */
  private static final int SENT = 7;

  /** A message that is on its way comes sooner; one that was lost is waited for so long. */
  private static final int LOST_MS = 1_000;

  /** A pause that every process may make at any time. */
  private static final int SHORT_MS = 20;

  private final Terms terms;

  private Holdings(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Holdings now() {
    return new Holdings(Terms.now());
  }

  /** Those that these terms allow. */
  public static Holdings on(Terms terms) {
    return new Holdings(terms);
  }

  /** Where a sender is struck: at a point, or where there is none at a moment. */
  private record Victim(String end, Blow blow) {}

  private boolean atPoints() {
    return !terms.inOneRuntime() && terms.manyThreads() && !terms.sendingPoints().isEmpty();
  }

  private List<Victim> victims(int n, boolean begun) {
    List<Victim> victims = new ArrayList<>();
    if (!atPoints()) {
      boolean within = begun && !terms.inOneRuntime();
      return List.of(
          new Victim("v0", new Blow(within ? Blow.Kind.BEGUN : Blow.Kind.RETURNED, n, "")));
    }
    for (String point : terms.sendingPoints()) {
      victims.add(new Victim("v" + victims.size(), new Blow(Blow.Kind.POINT, n, point)));
    }
    return victims;
  }

  /** Senders are killed within a send, and others of the same channels go on. */
  public Arbitrary<Scenario> killed(String name) {
    return Combinators.combine(
            Arbitraries.integers().between(1, 2),
            Arbitraries.of(false, true),
            Arbitraries.integers().between(2_000, 9_000),
            Arbitraries.longs().between(1, Integer.MAX_VALUE))
        .as((n, begun, bytes, seed) -> killed(name, victims(n, begun), told(bytes), seed));
  }

  private int told(int bytes) {
    return terms.size(Math.max(bytes, Sizes.SHORTEST_WITH_ID));
  }

  private Scenario killed(String name, List<Victim> victims, int bytes, long seed) {
    Script script = cast(new Script(terms, name, seed), victims);
    // More than any channel keeps: who finds it blocked has to wait.
    List<Integer> after = Collections.nCopies(Math.max(12, 160_000 / bytes), bytes);
    for (Victim victim : victims) {
      String own = victim.end().substring(1);
      if (terms.lossless()) {
        int others = BESIDE + after.size();
        Action take = new Action.Receive(others, Action.FOREVER, 0, true);
        script.step("r" + own, "take", take, Gate.open());
      }
      rest(script, victim);
      script.send("w" + own, "beside", Collections.nCopies(BESIDE, bytes), Gate.open());
      script.send("w" + own, "after", after, new Gate.AfterFault("kill"));
      script.close("w" + own, Gate.open());
    }
    return strike(script, "kill", terms.crash(), victims, 0).build();
  }

  /**
   * Senders stand still within a send, first for a moment and then for longer than any declared
   * bound, while others of the same channels go on.
   */
  public List<Scenario> stopped(String name) {
    if (!atPoints() && !terms.inOneRuntime() && terms.has(Promise.OVERFLOW, "block")) {
      return List.of(waiting(name, told(700)));
    }
    List<Scenario> all = new ArrayList<>();
    for (int n = 1; n <= (atPoints() ? 1 : 3); n++) {
      all.add(stopped(name, victims(n + 2, true), told(700), n));
    }
    return all;
  }

  /** Where no point is declared, a sender is surely within a send only while it waits for room. */
  private Scenario waiting(String name, int bytes) {
    List<Victim> victims = victims(1, true);
    Gate blocked = new Gate.After(List.of("v0.send"), Gate.Moment.BLOCKED);
    Script script = beside(name, victims, bytes, 1, new Gate.AfterFault("stop"));
    Trigger waits = new Trigger.Reached(blocked);
    return script.fault("stop", Fault.Kind.SIGSTOP, "v0", waits, longer()).build();
  }

  private int longer() {
    return Integer.parseInt(terms.profile().get(Promise.BOUND)) * 5 / 4;
  }

  private Scenario stopped(String name, List<Victim> victims, int bytes, long seed) {
    Script script = beside(name, victims, bytes, seed, Gate.open());
    Trigger soon = new Trigger.Operation("v0.send", 1, true);
    script.fault("pause", Fault.Kind.SIGSTOP, "v0", soon, SHORT_MS);
    return strike(script, "stop", Fault.Kind.SIGSTOP, victims, longer()).build();
  }

  /** Victims, and others of the same channels that send all the while; from then on they take. */
  private Script beside(String name, List<Victim> victims, int bytes, long seed, Gate taking) {
    int longer = longer();
    Script script = cast(new Script(terms, name, seed), victims);
    for (Victim victim : victims) {
      String own = victim.end().substring(1);
      String end = "w" + own;
      List<Integer> beside = Collections.nCopies(longer / 5 + 100, bytes);
      // Nobody closes before all is received: what an end loses is no matter of a standstill.
      Action all = new Action.Receive(SENT + beside.size(), LOST_MS, 0, true);
      script.step("r" + own, "take", all, taking);
      rest(script, victim);
      script.send(end, "beside", beside, Action.FOREVER, 5_000, Gate.open());
      script.close(end, Gate.done("r" + own + ".take"));
      script.close(victim.end(), Gate.done("r" + own + ".take"));
    }
    return script;
  }

  /** Each channel with its receiver, a sender that will be struck, and one that will not. */
  private Script cast(Script script, List<Victim> victims) {
    int large = terms.size(LARGE);
    int small = told(SMALL);
    for (Victim victim : victims) {
      String own = victim.end().substring(1);
      String channel = "c" + own;
      script.channel(channel, terms.capacity(2, large), large);
      script.receiver("r" + own, "r", channel);
      script.sender(victim.end(), "v", channel).sender("w" + own, "w", channel);
      List<Integer> sizes = List.of(large, small, large, small, small, large, large);
      script.send(victim.end(), "send", sizes, Action.FOREVER, 2_000, Gate.open());
    }
    return script;
  }

  /** Everything that is left, up to the end where it is told whoever went. */
  private void rest(Script script, Victim victim) {
    boolean told = terms.has(Promise.END, "reported") && terms.noticesDeath();
    Action rest = new Action.Receive(10_000, told ? Action.FOREVER : 400, 0, true);
    script.step("r" + victim.end().substring(1), "rest", rest, Gate.open());
  }

  private static Script strike(
      Script script, String label, Fault.Kind kind, List<Victim> victims, int healMs) {
    String first = victims.getFirst().end();
    List<Trigger.Point> points = new ArrayList<>();
    for (Victim victim : victims) {
      Blow blow = victim.blow();
      if (blow.kind() == Blow.Kind.POINT) {
        points.add(new Trigger.Point(victim.end(), blow.point(), blow.n()));
      }
    }
    Trigger trigger =
        points.isEmpty()
            ? victims.getFirst().blow().trigger(first, "send", 7)
            : new Trigger.Points(points);
    return script.fault(label, kind, first, trigger, healMs);
  }
}
