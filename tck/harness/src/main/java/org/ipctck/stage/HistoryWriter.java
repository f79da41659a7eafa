package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ipctck.history.Operations;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Capacity;
import org.jspecify.annotations.Nullable;

/** Puts together what the peers told: the operations of every end, and what channels granted. */
final class HistoryWriter {
  private final Scenario scenario;
  private final List<EndRun> ends;
  private final Map<EndRun, Map<Integer, Integer>> stepOfCommand = new HashMap<>();
  private final Map<EndRun, List<Call>> calls = new HashMap<>();
  private final Map<String, Capacity> capacities = new LinkedHashMap<>();
  private final Map<EndRun, List<Row>> rows = new HashMap<>();
  private int[] steps = new int[0];

  HistoryWriter(Scenario scenario, List<EndRun> ends) {
    this.scenario = scenario;
    this.ends = ends;
  }

  /** Notes the commands of a round that is over. */
  void note(Iterable<StepRun> round) {
    for (StepRun run : round) {
      run.call().ifPresent(call -> note(run, call));
    }
  }

  private void note(StepRun run, Call call) {
    stepOfCommand.computeIfAbsent(run.end, any -> new HashMap<>()).put(call.id, run.index);
    calls.computeIfAbsent(run.end, any -> new ArrayList<>()).add(call);
    JsonNode granted = run.reply().map(reply -> reply.path("capacity")).orElse(EMPTY);
    if (granted.size() == 4) {
      capacities.put(run.end.plan.channel(), capacity(granted));
    }
  }

  private static final JsonNode EMPTY = Peer.command("").path("capacity");

  private static Capacity capacity(JsonNode words) {
    Capacity.Unit unit = Capacity.Unit.valueOf(words.path(0).asText().toUpperCase(Locale.ROOT));
    return unit == Capacity.Unit.UNBOUNDED
        ? Capacity.unbounded()
        : new Capacity(unit, words.path(1).asLong(), words.path(2).asLong(), words.path(3).asInt());
  }

  /** What each channel granted. */
  Map<String, Capacity> capacities() {
    return capacities;
  }

  /** Takes what was told until now; what comes later is not part of the history. */
  void read() {
    for (EndRun end : ends) {
      rows.put(end, rows(end));
    }
  }

  private List<Row> rows(EndRun end) {
    Map<Integer, Integer> known = stepOfCommand.getOrDefault(end, Map.of());
    List<Row> all = new ArrayList<>();
    end.log.ifPresent(log -> all.addAll(log.rows()));
    all.removeIf(row -> !known.containsKey(row.command()));
    boolean logged = !all.isEmpty();
    calls.getOrDefault(end, List.of()).forEach(call -> all.addAll(call.rows()));
    if (logged) {
      all.sort(Comparator.comparingLong(Row::begin));
    }
    return all;
  }

  /** Every operation of every end. */
  Operations operations() {
    for (ChannelPlan channel : scenario.channels()) {
      ShortMessages.resolve(of(channel, End.Side.SENDER), of(channel, End.Side.RECEIVER));
    }
    int total = rows.values().stream().mapToInt(List::size).sum();
    Operations operations = new Operations(total);
    steps = new int[total];
    for (EndRun end : ends) {
      add(end, operations);
    }
    return operations;
  }

  private List<List<Row>> of(ChannelPlan channel, End.Side side) {
    return ends.stream()
        .filter(end -> end.plan.channel().equals(channel.name()) && end.plan.side() == side)
        .map(this::told)
        .toList();
  }

  private List<Row> told(EndRun end) {
    return rows.getOrDefault(end, List.of());
  }

  private void add(EndRun end, Operations operations) {
    Map<Integer, Integer> known = stepOfCommand.getOrDefault(end, Map.of());
    for (Row row : told(end)) {
      @Nullable Integer step = known.get(row.command());
      steps[operations.size()] = Objects.requireNonNullElse(step, -1);
      operations.add(
          end.index,
          row.kind(),
          row.begin(),
          row.finish(),
          row.outcome(),
          row.reason(),
          row.message(),
          row.bytes(),
          row.content());
    }
  }

  /** For each row of the operations the index of its step. */
  int[] steps() {
    return Arrays.copyOf(steps, steps.length);
  }
}
