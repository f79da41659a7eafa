package org.ipctck.benchmark.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ipctck.benchmark.traffic.Contestant.Result;

/** Medians of the runs, and the ratios of neighbouring runs. */
record Figures(Map<Contestant, List<List<Result>>> runs) {
  private static final Map<String, String> BESIDE =
      Map.of(
          "pipe", "C, pipe",
          "anonymous-pipe", "C, pipe",
          "unix-stream", "C, Unix stream",
          "shared-memory", "Agrona, ring");

  /** A row a contestant: messages a second and microseconds a round trip for each size. */
  String table() {
    StringBuilder table =
        new StringBuilder(
                "| mechanism | 64 B | 4 KiB | 64 KiB | round trip 64 B | 4 KiB | 64 KiB |")
            .append(" rate beside |\n|---|---|---|---|---|---|---|---|\n");
    for (Contestant contestant : runs.keySet()) {
      table.append("| ").append(contestant.name());
      for (int size = 0; size < Conversation.SIZES.length; size++) {
        table.append(" | ").append(form("%,.0f", median(contestant, size, Result::rate)));
      }
      for (int size = 0; size < Conversation.SIZES.length; size++) {
        table.append(" | ").append(form("%.1f µs", median(contestant, size, Result::trip)));
      }
      table.append(" | ").append(ratios(contestant)).append(" |\n");
    }
    return table.toString();
  }

  /** The median over the rounds. */
  double median(Contestant contestant, int size, ToDoubleFunction<Result> figure) {
    List<List<Result>> all = runs.getOrDefault(contestant, List.of());
    return median(all.stream().map(run -> figure.applyAsDouble(run.get(size))).toList());
  }

  private String ratios(Contestant contestant) {
    String beside = BESIDE.getOrDefault(contestant.name(), "");
    for (Contestant other : runs.keySet()) {
      if (other.name().equals(beside)) {
        return ratio(contestant, other, 0)
            + ", "
            + ratio(contestant, other, 1)
            + ", "
            + ratio(contestant, other, 2)
            + " of "
            + beside;
      }
    }
    return "";
  }

  private String ratio(Contestant contestant, Contestant other, int size) {
    List<List<Result>> ours = runs.getOrDefault(contestant, List.of());
    List<List<Result>> theirs = runs.getOrDefault(other, List.of());
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(ours.get(round).get(size).rate() / theirs.get(round).get(size).rate());
    }
    return form("%.2f", median(ratios));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static String form(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
