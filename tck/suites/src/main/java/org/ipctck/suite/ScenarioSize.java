package org.ipctck.suite;

import java.util.List;
import java.util.Optional;
import org.ipctck.fault.Fault;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;

/** How much there is to read in a scenario, to tell which of two is the smaller. */
final class ScenarioSize {
  private ScenarioSize() {}

  static long of(Scenario scenario) {
    long size = 0;
    for (Step step : scenario.steps()) {
      size +=
          step.action() instanceof Action.Send send ? 10L * send.sizes().size() + weight(send) : 10;
    }
    return size + 20L * scenario.faults().size() + 20L * scenario.ends().size();
  }

  private static long weight(Action.Send send) {
    long bits = send.pauseMicros() > 0 ? 1 : 0;
    for (int size : send.sizes()) {
      bits += Integer.SIZE - Integer.numberOfLeadingZeros(size);
    }
    return bits;
  }

  /** The scenario without one of its faults; empty where a step waits for it. */
  static Optional<Scenario> without(Scenario scenario, Fault fault) {
    boolean awaited =
        scenario.steps().stream()
            .map(Step::gate)
            .anyMatch(
                gate ->
                    gate.equals(new Gate.AfterFault(fault.name()))
                        || gate.equals(new Gate.Struck(fault.name())));
    List<Fault> others = scenario.faults().stream().filter(other -> !other.equals(fault)).toList();
    return awaited ? Optional.empty() : Optional.of(scenario.withFaults(others));
  }
}
