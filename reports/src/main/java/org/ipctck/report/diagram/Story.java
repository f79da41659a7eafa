package org.ipctck.report.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A failure's history told three times: as steps by lane, as a diagram, as a list of events. */
public record Story(
    List<String> lanes,
    List<Step> steps,
    Optional<Diagram> diagram,
    String extent,
    boolean faults) {
  // A minimal history has a handful of entries; past this many a page no longer helps anyone.
  private static final int SHOWN = 120;

  /** One row of the history, the call in the column of its lane. */
  public record Step(HistoryEntry entry, String time, String text, String ending) {}

  /** Tell a history as {@code results.json} has it. */
  public static Story of(List<JsonNode> nodes) {
    List<HistoryEntry> all = nodes.stream().map(HistoryEntry::of).toList();
    List<HistoryEntry> shown = around(all);
    List<String> lanes =
        shown.stream().filter(e -> !e.fault()).map(HistoryEntry::lane).distinct().toList();
    return new Story(
        lanes,
        steps(shown),
        drawable(shown),
        extent(all, shown),
        shown.stream().anyMatch(HistoryEntry::fault));
  }

  private static List<Step> steps(List<HistoryEntry> shown) {
    boolean manyChannels = new Dashes(shown).lines().size() > 1;
    var unit = new Milliseconds(shown.stream().flatMap(HistoryEntry::moments).toList());
    var lanes = new Lanes(Lanes.struck(shown));
    return shown.stream()
        .map(
            e -> {
              String ending = e.ending(lanes.cutOff(e));
              String text = text(e, manyChannels, ending);
              return new Step(e, unit.of(e.start(), e.end()), text, ending);
            })
        .toList();
  }

  private static Optional<Diagram> drawable(List<HistoryEntry> shown) {
    List<HistoryEntry> struck = Lanes.struck(shown);
    return shown.stream().allMatch(e -> e.start().isEmpty())
        ? Optional.empty()
        : Optional.of(new DiagramLayout(struck).diagram());
  }

  private static List<HistoryEntry> around(List<HistoryEntry> all) {
    if (all.size() <= SHOWN) {
      return all;
    }
    int middle = 0;
    while (middle < all.size() - 1 && !all.get(middle).violation()) {
      middle++;
    }
    int from = Math.clamp(middle - SHOWN / 2, 0, all.size() - SHOWN);
    return all.subList(from, from + SHOWN);
  }

  private static String text(HistoryEntry e, boolean withChannel, String ending) {
    var text = new StringBuilder(e.call());
    if (withChannel && !e.channel().isEmpty()) {
      text.append(" on ").append(e.channel());
    }
    if (!ending.isEmpty() && !(e.asHoped() && e.receives())) {
      text.append(", ").append(ending);
    }
    return text.toString();
  }

  private static String extent(List<HistoryEntry> all, List<HistoryEntry> shown) {
    long faults = all.stream().filter(HistoryEntry::fault).count();
    String extent = count(all.size() - faults, "operation") + " and " + count(faults, "fault");
    return shown.size() == all.size()
        ? extent
        : extent + "; the " + shown.size() + " around the violation are shown";
  }

  private static String count(long n, String noun) {
    return (n == 0 ? "no" : Long.toString(n)) + " " + noun + (n == 1 ? "" : "s");
  }
}
