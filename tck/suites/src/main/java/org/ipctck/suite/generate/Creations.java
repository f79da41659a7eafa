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

/** Draws processes that are killed while they open, and others that use the same names then. */
public final class Creations {
  private final Terms terms;

  private Creations(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Creations now() {
    return new Creations(Terms.now());
  }

  /** Those that these terms allow. */
  public static Creations on(Terms terms) {
    return new Creations(terms);
  }

  /** Who opens when it is killed, and where; no point is as soon as it has begun. */
  private record Moment(End.Side side, String point) {}

  private List<Moment> moments() {
    List<Moment> moments = new ArrayList<>();
    for (End.Side side : End.Side.values()) {
      moments.add(new Moment(side, ""));
      if (terms.manyThreads()) {
        terms.openingPoints(side).forEach(point -> moments.add(new Moment(side, point)));
      }
    }
    return moments;
  }

  /** A process dies while it opens ends of several channels. */
  public Arbitrary<Scenario> scenarios(String name) {
    return Combinators.combine(
            Arbitraries.of(moments()),
            Arbitraries.integers().between(1, terms.manyThreads() ? 3 : 1),
            Arbitraries.integers().between(Sizes.SHORTEST_WITH_ID, 5_000).map(terms::size),
            Arbitraries.longs().between(1, Integer.MAX_VALUE))
        .as((moment, channels, bytes, seed) -> write(name, moment, channels, bytes, seed));
  }

  private Scenario write(String name, Moment moment, int channels, int bytes, long seed) {
    Script script = new Script(terms, name, seed);
    List<Trigger.Point> points = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      script.channel("c" + i, terms.capacity(2, bytes), bytes);
      begin(script, moment, i);
      points.add(new Trigger.Point("dead" + i, moment.point(), 1));
    }
    Trigger trigger =
        moment.point().isEmpty()
            ? new Trigger.Operation("dead" + (channels - 1) + ".open", 1, false)
            : new Trigger.Points(points);
    script.fault("kill", Fault.Kind.SIGKILL, "dead0", trigger, 0);
    for (int i = 0; i < channels; i++) {
      reopen(script, moment, bytes, i);
    }
    return script.build();
  }

  /** The end that dies, and its peer where that has to be there first. */
  private void begin(Script script, Moment moment, int i) {
    if (moment.side() == End.Side.SENDER) {
      script.receiver("bob" + i, "b", "c" + i).sender("dead" + i, "d", "c" + i);
    } else if (terms.has(Promise.OPENS, "sender-first")) {
      script.sender("alice" + i, "a", "c" + i).receiver("dead" + i, "d", "c" + i);
    } else {
      script.receiver("dead" + i, "d", "c" + i);
    }
  }

  private void reopen(Script script, Moment moment, int bytes, int i) {
    boolean sender = moment.side() == End.Side.SENDER;
    Gate over = new Gate.AfterFault("kill");
    String survivor = sender ? "bob" + i : "alice" + i;
    if (sender || terms.has(Promise.OPENS, "sender-first")) {
      script.close(survivor, over);
      over = Gate.done(survivor + ".close");
    }
    String receiver = "bob-2" + i;
    String second = "alice-2" + i;
    script.end(receiver, "b2", "c" + i, End.Side.RECEIVER, 1);
    script.end(second, "a2", "c" + i, End.Side.SENDER, 2);
    boolean reverse = terms.has(Promise.OPENS, "sender-first");
    boolean sequence = terms.has(Promise.OPENS, "receiver-first");
    script.open(receiver, reverse ? Gate.done(second + ".open") : over);
    script.open(second, sequence ? Gate.done(receiver + ".open") : over);
    Gate there = Gate.done(receiver + ".open", second + ".open");
    script.send(second, "send", Collections.nCopies(3, bytes), there);
    script.close(second, Gate.open());
    int patience = terms.has(Promise.END, "reported") ? Action.FOREVER : 300;
    script.step(receiver, "take", new Action.Receive(100, patience, 0, true), there);
    script.close(receiver, Gate.open());
  }
}
