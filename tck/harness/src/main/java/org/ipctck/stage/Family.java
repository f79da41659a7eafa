package org.ipctck.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Scenario;

/**
 * A parent and the children that it started with ends of many channels. Each channel is used for
 * one try; as each of its ends is held by exactly the process that will play it, those that wait
 * for their try do not touch the others.
 */
final class Family {
  /**
   * A channel that was handed down.
   *
   * @param shape what it can be used for
   * @param channel as commands carry it
   * @param directory where it may put files
   */
  record Copy(Demand.Shape shape, ObjectNode channel, Path directory) {}

  /** The parent, and then its children. */
  private final List<Peer> members;

  private final Scratch.Try folder;
  private final Map<Demand.Shape, Deque<Copy>> copies = new HashMap<>();

  Family(List<Peer> members, Scratch.Try folder, List<Copy> handedDown) {
    this.members = List.copyOf(members);
    this.folder = folder;
    for (Copy copy : handedDown) {
      copies.computeIfAbsent(copy.shape(), any -> new ArrayDeque<>()).add(copy);
    }
  }

  Peer parent() {
    return members.getFirst();
  }

  List<Peer> children() {
    return members.subList(1, members.size());
  }

  /** Its folder, which lives as long as it does. */
  Scratch.Try folder() {
    return folder;
  }

  /** Whether all of it may play again. */
  boolean fit() {
    return members.stream().allMatch(Peer::fit);
  }

  /** How many channels are left. */
  int left() {
    return copies.values().stream().mapToInt(Deque::size).sum();
  }

  /** Whether it can play this. */
  boolean offers(Demand demand) {
    Map<Demand.Shape, Integer> needed = new HashMap<>();
    demand.channels().values().forEach(shape -> needed.merge(shape, 1, Integer::sum));
    return members.size() >= demand.processes()
        && needed.entrySet().stream().allMatch(e -> count(e.getKey()) >= e.getValue());
  }

  private int count(Demand.Shape shape) {
    return copies.getOrDefault(shape, new ArrayDeque<>()).size();
  }

  /** Gives out the channels that a scenario needs, and the parts. */
  Cast cast(Scenario scenario, Demand demand) {
    Cast cast = new Cast(this);
    for (ChannelPlan plan : scenario.channels()) {
      Demand.Shape shape = Objects.requireNonNull(demand.channels().get(plan.name()));
      Copy copy = Objects.requireNonNull(copies.get(shape)).remove();
      // The number stands in the ids of messages: it is the scenario's, not the channel's.
      cast.lend(plan.name(), copy.channel().put("number", plan.number()), copy.directory());
    }
    List<String> processes = scenario.processes();
    for (End end : scenario.ends()) {
      cast.play(end, members.get(processes.indexOf(end.process())));
    }
    return cast;
  }
}
