package org.ipctck.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.ipctck.fault.Fault;

/**
 * What will happen, whole: its JSON is the replay file.
 *
 * @param name what it was drawn for
 * @param seed the seed that it was drawn from; the content of messages follows from it too
 * @param channels the channels
 * @param ends the ends of the channels and the processes that play them
 * @param steps what the ends do; the steps of one end follow one another, those of different ends
 *     overlap unless a gate holds one back
 * @param faults what goes wrong
 * @param rounds how often the steps are played on the same processes, 1 for once; a census is taken
 *     after round {@code rounds / 10} and after the last when it is over 1
 * @param surroundings where processes run whose surroundings are not the kit's own
 * @param moves what the kit itself does around the peers, in the first round
 */
public record Scenario(
    String name,
    long seed,
    List<ChannelPlan> channels,
    List<End> ends,
    List<Step> steps,
    List<Fault> faults,
    int rounds,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Surroundings> surroundings,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Move> moves) {

  public Scenario {
    channels = List.copyOf(channels);
    ends = List.copyOf(ends);
    steps = List.copyOf(steps);
    faults = List.copyOf(faults);
    surroundings = List.copyOf(surroundings);
    moves = List.copyOf(moves);
  }

  /** In the kit's own surroundings, of which it leaves alone everything but the peers. */
  public Scenario(
      String name,
      long seed,
      List<ChannelPlan> channels,
      List<End> ends,
      List<Step> steps,
      List<Fault> faults,
      int rounds) {
    this(name, seed, channels, ends, steps, faults, rounds, List.of(), List.of());
  }

  /** The same in the kit's own surroundings. */
  public Scenario atHome() {
    return new Scenario(name, seed, channels, ends, steps, faults, rounds, List.of(), moves);
  }

  /** The same on other channels, with everything else that it has. */
  public Scenario withChannels(List<ChannelPlan> others) {
    return new Scenario(name, seed, others, ends, steps, faults, rounds, surroundings, moves);
  }

  /** The same with other faults, and everything else that it has. */
  public Scenario withFaults(List<Fault> others) {
    return new Scenario(name, seed, channels, ends, steps, others, rounds, surroundings, moves);
  }

  /** What differs around a process. */
  public List<Condition> around(String process) {
    return surroundings.stream()
        .filter(each -> each.process().equals(process))
        .flatMap(each -> each.conditions().stream())
        .toList();
  }

  /** The end of this name. */
  public End end(String name) {
    return ends.stream()
        .filter(end -> end.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such end: name=" + name));
  }

  /** The channel of this name. */
  public ChannelPlan channel(String name) {
    return channels.stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such channel: name=" + name));
  }

  /** The processes that play it, in the order in which they are first named. */
  public List<String> processes() {
    return ends.stream().map(End::process).distinct().toList();
  }
}
