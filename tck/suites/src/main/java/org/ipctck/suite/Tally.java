package org.ipctck.suite;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ipctck.history.History;
import org.ipctck.history.Outcome;
import org.jspecify.annotations.Nullable;

/** Counts what a check has gathered so far. */
final class Tally {
  final Map<String, Integer> kinds = new TreeMap<>();
  final Set<String> alsoSeen = new LinkedHashSet<>();
  int tries;
  int decisive;
  long messages;
  int armed;
  int landed;
  int casesListed;
  int casesDone;
  int barrenInARow;
  String barren = "";
  int slow;
  @Nullable String lacking;
  @Nullable String broken;
  @Nullable String cut;

  void played(History history) {
    tries++;
    armed += history.scenario().faults().size();
  }

  void decisive(History history, Map<String, Integer> faults) {
    decisive++;
    barrenInARow = 0;
    messages += accepted(history);
    faults.forEach(
        (kind, count) -> {
          landed += count;
          kinds.merge(kind, count, Integer::sum);
        });
  }

  void barren(String reason) {
    barrenInARow++;
    barren = reason;
  }

  private static long accepted(History history) {
    long count = 0;
    for (int row = 0; row < history.operations().size(); row++) {
      if (history.operations().outcome(row) == Outcome.ACCEPTED) {
        count++;
      }
    }
    return count;
  }
}
