package org.ipctck.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Scenario;

/**
 * What a scenario asks of a family: so many processes, each with the ends that it inherits.
 *
 * @param processes how many processes play it; the first is the parent
 * @param channels the shape of each channel by its label
 * @param plain whether names and folders do not matter, so that copies may have others
 */
record Demand(int processes, Map<String, Shape> channels, boolean plain) {

  /** A channel, as it is the same for many scenarios. */
  record Shape(Limits limits, Layout layout) {
    /** The number of the last process that holds an end of it. */
    int lastProcess() {
      return layout.lastProcess();
    }
  }

  /** How much it has to hold. */
  record Limits(int capacity, int maxBytes) {}

  /** Who holds its ends, in the order of their places. */
  record Layout(int senders, int receivers, List<Hand> hands) {
    /** The number of the last process that holds an end. */
    int lastProcess() {
      return hands.stream().mapToInt(Hand::process).max().orElse(0);
    }
  }

  /** An end in the hand of a process, counted from 0. */
  record Hand(int process, End.Side side) {}

  static Demand of(Scenario scenario) {
    Map<String, Shape> channels = new LinkedHashMap<>();
    boolean plain = true;
    for (ChannelPlan plan : scenario.channels()) {
      plain &= plan.folder().isEmpty() && plan.path().equals(plan.name());
      channels.put(plan.name(), shape(scenario, plan));
    }
    return new Demand(scenario.processes().size(), channels, plain);
  }

  private static Shape shape(Scenario scenario, ChannelPlan plan) {
    List<Hand> hands = new ArrayList<>();
    for (End end : scenario.ends()) {
      if (end.channel().equals(plan.name())) {
        hands.add(new Hand(scenario.processes().indexOf(end.process()), end.side()));
      }
    }
    return new Shape(
        new Limits(plan.capacity(), plan.maxBytes()),
        new Layout(plan.senders(), plan.receivers(), List.copyOf(hands)));
  }
}
