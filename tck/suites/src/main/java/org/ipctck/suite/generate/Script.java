package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.ipctck.scenario.Surroundings;
import org.ipctck.spi.Promise;

/**
 * Writes a scenario that the subject can play: numbers, processes and the order of opens are right.
 */
public final class Script {
  /** What must happen is waited for so long, in milliseconds. */
  public static final int PATIENCE_MS = 4_000;

  /** Ends are handed down once in so many scenarios that could do without. */
  private static final int HANDED_DOWN = 17;

  private final Terms terms;
  private String name;
  private final long seed;
  private final List<ChannelPlan> channels = new ArrayList<>();
  private final List<End> ends = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Surroundings> surroundings = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final Set<String> roomier = new HashSet<>();
  private int rounds = 1;
  private boolean together;

  /** An empty one. */
  public Script(Terms terms, String name, long seed) {
    this.terms = terms;
    this.name = name;
    this.seed = seed;
  }

  /**
   * Lets one process play all ends in most scenarios where ends are handed down to new processes:
   * those have to be started for each try, and some are enough where nobody is struck.
   */
  public Script mostlyTogether() {
    together = terms.handsDown() && seed % HANDED_DOWN != 0;
    return this;
  }

  /** A channel of its own name in the scratch directory. */
  public Script channel(String label, int capacity, int maxBytes) {
    return channel(label, label, "", capacity, maxBytes);
  }

  /** A channel of a given name in a folder. */
  public Script channel(String label, String path, String folder, int capacity, int maxBytes) {
    int number = channels.size() + 1;
    channels.add(new ChannelPlan(label, number, path, folder, capacity, maxBytes, 1, 1));
    return this;
  }

  /** Keeps a place on a channel for a sender that comes later. */
  public Script oneMore(String channel) {
    roomier.add(channel);
    return this;
  }

  /** A sender, open before anything is sent. */
  public Script sender(String end, String process, String channel) {
    return end(end, process, channel, End.Side.SENDER, 1).open(end, Gate.open());
  }

  /** A receiver, open before anything is sent. */
  public Script receiver(String end, String process, String channel) {
    return end(end, process, channel, End.Side.RECEIVER, 0).open(end, Gate.open());
  }

  /** An end that is not opened yet. */
  public Script end(String end, String process, String channel, End.Side side, int first) {
    int others =
        (int)
            ends.stream()
                .filter(other -> other.channel().equals(channel) && other.side() == side)
                .count();
    String playing = together ? "p" : terms.process(process, end);
    ends.add(new End(end, playing, channel, side, first + others));
    return this;
  }

  /** Opens an end. */
  public Script open(String end, Gate gate) {
    return step(end, "open", new Action.Open(PATIENCE_MS), gate);
  }

  /** Adds a step; its id is the end and the word, joined by a dot. */
  public Script step(String end, String word, Action action, Gate gate) {
    steps.add(new Step(end + "." + word, end, action, gate));
    return this;
  }

  /** Sends messages, each with all the time it needs. */
  public Script send(String end, String word, List<Integer> sizes, Gate gate) {
    return send(end, word, sizes, Action.FOREVER, 0, gate);
  }

  /** Sends messages. */
  public Script send(
      String end, String word, List<Integer> sizes, int timeoutMs, int pauseMicros, Gate gate) {
    return step(end, word, new Action.Send(sizes, timeoutMs, pauseMicros, false, false), gate);
  }

  /** Receives so many messages, and gives up when nothing comes for a long time. */
  public Script take(String end, String word, int count, int pauseMicros, Gate gate) {
    return step(end, word, new Action.Receive(count, PATIENCE_MS, pauseMicros, true), gate);
  }

  /** Closes an end. */
  public Script close(String end, Gate gate) {
    return step(end, "close", new Action.Close(), gate);
  }

  /** Adds a fault; that of a task strikes its end, every other the process that plays the end. */
  public Script fault(String label, Fault.Kind kind, String end, Trigger trigger, int healMs) {
    String target = kind == Fault.Kind.ABANDON ? end : process(end);
    faults.add(new Fault(label, kind, target, trigger, healMs));
    return this;
  }

  /** Lets the kit make a move. */
  public Script move(String label, Move.Deed deed, Gate gate) {
    moves.add(new Move(label, deed, gate));
    return this;
  }

  /** Lets the process of an end run in surroundings of its own. */
  public Script around(String end, Condition... conditions) {
    surroundings.add(new Surroundings(process(end), List.of(conditions)));
    return this;
  }

  /** Plays the steps so often. */
  public Script rounds(int times) {
    rounds = times;
    return this;
  }

  /** The process that plays an end. */
  public String process(String end) {
    return ends.stream()
        .filter(other -> other.name().equals(end))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such end: name=" + end))
        .process();
  }

  /** Gives it a name. */
  public Script named(String word) {
    name = word;
    return this;
  }

  /** What was written. */
  public Scenario build() {
    List<String> opens = steps.stream().filter(this::atFirst).map(Step::id).toList();
    List<Step> gated = new ArrayList<>();
    for (Step step : steps) {
      gated.add(gated(step, opens));
    }
    return new Scenario(name, seed, plans(), ends, gated, faults, rounds, surroundings, moves);
  }

  private boolean atFirst(Step step) {
    return step.action() instanceof Action.Open && step.gate() instanceof Gate.Open;
  }

  /** Nothing is done before everybody is there: a channel that joins at open has no late comers. */
  private Step gated(Step step, List<String> opens) {
    if (!(step.gate() instanceof Gate.Open)) {
      return step;
    }
    if (!(step.action() instanceof Action.Open)) {
      return follows(step) ? new Step(step.id(), step.end(), step.action(), all(opens)) : step;
    }
    List<String> before = opens.stream().filter(open -> comesBefore(open, step)).toList();
    return before.isEmpty() ? step : new Step(step.id(), step.end(), step.action(), all(before));
  }

  private static Gate all(List<String> opens) {
    return new Gate.After(opens, Gate.Moment.DONE);
  }

  private boolean follows(Step step) {
    Step before = step;
    for (Step other : steps) {
      if (other == step) {
        break;
      }
      before = other.end().equals(step.end()) ? other : before;
    }
    return atFirst(before);
  }

  private boolean comesBefore(String open, Step later) {
    End one = endOf(open.substring(0, open.lastIndexOf('.')));
    End other = endOf(later.end());
    String first = other.side() == End.Side.SENDER ? "receiver-first" : "sender-first";
    return one.channel().equals(other.channel())
        && one.side() != other.side()
        && terms.has(Promise.OPENS, first);
  }

  private End endOf(String end) {
    return ends.stream().filter(other -> other.name().equals(end)).findFirst().orElseThrow();
  }

  private List<ChannelPlan> plans() {
    return channels.stream()
        .map(
            plan ->
                new ChannelPlan(
                    plan.name(),
                    plan.number(),
                    plan.path(),
                    plan.folder(),
                    plan.capacity(),
                    plan.maxBytes(),
                    atATime(plan, End.Side.SENDER) + (roomier.contains(plan.name()) ? 1 : 0),
                    atATime(plan, End.Side.RECEIVER)))
        .toList();
  }

  /** Ends that are opened later stand in for others that have gone. */
  private int atATime(ChannelPlan plan, End.Side side) {
    return (int)
        Math.max(
            1,
            ends.stream()
                .filter(end -> end.channel().equals(plan.name()) && end.side() == side)
                .filter(
                    end -> steps.stream().anyMatch(s -> s.end().equals(end.name()) && atFirst(s)))
                .count());
  }
}
