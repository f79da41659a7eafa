package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/**
 * Draws channels that are filled when they are new, and again after one sender after another was
 * killed within a send. A process that dies has an end on each channel, so that one kill is a death
 * on all of them.
 */
public final class Attrition {
  private static final int MOST_CHANNELS = 3;

  /** More than a channel that was asked for little grants, in bytes. */
  private static final int FILLS_BYTES = 1_300_000;

  private static final int CAPACITY = 4;

  private final Terms terms;

  private Attrition(Terms terms) {
    this.terms = terms;
  }

  /** Those of the subject that is judged now. */
  public static Attrition now() {
    return new Attrition(Terms.now());
  }

  /** Those that these terms allow. */
  public static Attrition on(Terms terms) {
    return new Attrition(terms);
  }

  /** Senders die by turns, so many processes one after another. */
  public Arbitrary<Scenario> scenarios(String name, int deaths) {
    return Combinators.combine(
            Arbitraries.integers().between(36_000, 60_000).map(terms::size),
            Arbitraries.longs().between(1, Integer.MAX_VALUE))
        .as((bytes, seed) -> new Draft(terms, name, deaths, bytes, seed).write());
  }

  /** One of them while it is written. */
  private record Draft(Terms terms, String name, int deaths, int bytes, long seed) {
    private int channels() {
      return terms.manyThreads() && !terms.inOneRuntime() ? MOST_CHANNELS : 1;
    }

    Scenario write() {
      Script script = new Script(terms, name, seed);
      for (int i = 0; i < channels(); i++) {
        cast(script, i);
        fill(script, i, "new", Gate.open());
        drain(script, i, "first", Gate.done(end("w", i) + ".new"));
      }
      for (int death = 0; death < deaths; death++) {
        die(script, death);
      }
      for (int i = 0; i < channels(); i++) {
        fill(script, i, "old", Gate.done(end("r", i) + ".after" + (deaths - 1)));
        drain(script, i, "last", Gate.done(end("w", i) + ".old"));
        script.close(end("w", i), Gate.open());
        script.close(end("r", i), Gate.open());
      }
      return script.build();
    }

    private void cast(Script script, int i) {
      String channel = "c" + i;
      script.channel(channel, terms.capacity(CAPACITY, bytes), bytes);
      script.receiver(end("r", i), "r", channel).sender(end("w", i), "w", channel);
      for (int death = 0; death < deaths; death++) {
        script.sender(end("v" + death + "-", i), "v" + death, channel);
      }
    }

    private static String end(String word, int i) {
      return word + i;
    }

    private void fill(Script script, int i, String word, Gate gate) {
      int count = 4 * CAPACITY + 4 + FILLS_BYTES / Math.max(bytes, 1);
      Action fill = new Action.Send(Collections.nCopies(count, bytes), 0, 0, true, false);
      script.step(end("w", i), word, fill, gate);
    }

    private void drain(Script script, int i, String word, Gate gate) {
      int bound = Integer.parseInt(terms.profile().get(Promise.BOUND));
      int lease = terms.has(Promise.DEATH, "timeout") ? 2 * bound : 1;
      int quiet = terms.has(Promise.EMPTINESS, "exact") ? lease : Math.max(lease, 150);
      script.step(end("r", i), word, new Action.Receive(10_000, quiet, 0, true), gate);
    }

    /** A process dies within a send on each channel; what it left there is taken. */
    private void die(Script script, int death) {
      String kill = "kill" + death;
      List<Trigger.Point> points = new ArrayList<>();
      List<String> all = terms.sendingPoints();
      for (int i = 0; i < channels(); i++) {
        String victim = end("v" + death + "-", i);
        Gate turn = Gate.done(end("r", i) + (death == 0 ? ".first" : ".after" + (death - 1)));
        script.send(victim, "send", List.of(bytes, bytes), turn);
        if (!all.isEmpty()) {
          points.add(new Trigger.Point(victim, all.get((death + i) % all.size()), 1));
        }
        drain(script, i, "after" + death, new Gate.AfterFault(kill));
      }
      String first = end("v" + death + "-", 0);
      boolean at = !terms.inOneRuntime() && terms.manyThreads() && !points.isEmpty();
      Trigger trigger =
          at ? new Trigger.Points(points) : new Trigger.Operation(first + ".send", 1, true);
      script.fault(kill, terms.crash(), first, trigger, 0);
    }
  }
}
