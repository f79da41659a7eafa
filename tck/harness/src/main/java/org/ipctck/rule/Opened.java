package org.ipctck.rule;

import java.util.List;
import java.util.Set;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/**
 * The opens of some ends come out in one of a few ways.
 *
 * @param ends whose opens are judged
 * @param reasons the reasons with which they may be refused
 * @param success whether they may also succeed
 * @param observation what it is when they do not
 * @param let what is so before, in words
 */
public record Opened(
    Set<String> ends, Set<Reason> reasons, boolean success, Observation observation, String let)
    implements Rule {
  public Opened {
    ends = Set.copyOf(ends);
    reasons = Set.copyOf(reasons);
  }

  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    int judged = 0;
    for (Operation row : history.operations().rows().toList()) {
      String end = history.scenario().ends().get(row.end()).name();
      if (row.kind() == Kind.OPEN && ends.contains(end) && decided(row)) {
        judged++;
        boolean right = row.outcome() == Outcome.DONE ? success : reasons.contains(row.reason());
        if (!right) {
          surest.add(observation, Long.MAX_VALUE, () -> violation(history, row, end));
        }
      }
    }
    return surest.finding(judged < ends.size() ? "an end was never seen to open or fail" : "");
  }

  private static boolean decided(Operation row) {
    return row.outcome() == Outcome.DONE || row.outcome() == Outcome.REFUSED;
  }

  private Violation violation(History history, Operation row, String end) {
    String wanted = reasons.isEmpty() ? "" : "is refused with " + join();
    String then = success ? (wanted.isEmpty() ? "succeeds" : "succeeds or " + wanted) : wanted;
    return new Violation(
        observation,
        let,
        "the open of %s %s".formatted(end, then),
        "it came out as %s %s %s"
            .formatted(row.outcome(), row.reason(), new Words(history).span(row.index())),
        List.of(row.index()),
        List.of(),
        Long.MAX_VALUE);
  }

  private String join() {
    return String.join(" or ", reasons.stream().map(Enum::name).sorted().toList());
  }
}
