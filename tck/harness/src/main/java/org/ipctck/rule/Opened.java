package org.ipctck.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/**
 * The opens of some ends come out in one of a few ways, where somebody else was there before.
 *
 * @param ends whose opens are judged
 * @param before the end that had opened the channel before, and did not close it meanwhile
 * @param reasons the reasons with which they may be refused
 * @param success whether they may also succeed
 * @param observation what it is when they do not
 * @param let what is so before, in words
 */
public record Opened(
    Set<String> ends,
    String before,
    Set<Reason> reasons,
    boolean success,
    Observation observation,
    String let)
    implements Rule {
  public Opened {
    ends = Set.copyOf(ends);
    reasons = Set.copyOf(reasons);
  }

  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    Set<String> judged = new HashSet<>();
    for (Operation row : history.operations().rows().toList()) {
      String end = end(history, row);
      if (row.kind() == Kind.OPEN && ends.contains(end) && decided(row) && after(history, row)) {
        judged.add(end);
        boolean right = row.outcome() == Outcome.DONE ? success : reasons.contains(row.reason());
        if (!right) {
          surest.add(observation, Long.MAX_VALUE, () -> violation(history, row, end));
        }
      }
    }
    return surest.finding(
        judged.containsAll(ends)
            ? ""
            : "an end was never seen to open or fail while %s was there".formatted(before));
  }

  private static boolean decided(Operation row) {
    // What a host lacks at the moment tells nothing of who may open.
    return row.outcome() == Outcome.DONE
        || row.outcome() == Outcome.REFUSED && row.reason() != Reason.RESOURCES;
  }

  private static String end(History history, Operation row) {
    return history.scenario().ends().get(row.end()).name();
  }

  /** Whether the other end had opened before, and began no close until this open was over. */
  private boolean after(History history, Operation row) {
    List<Operation> others =
        history.operations().rows().filter(other -> end(history, other).equals(before)).toList();
    boolean opened =
        others.stream()
            .anyMatch(
                other ->
                    other.kind() == Kind.OPEN
                        && other.outcome() == Outcome.DONE
                        && other.finish() < row.begin());
    return opened
        && others.stream()
            .noneMatch(other -> other.kind() == Kind.CLOSE && other.begin() <= row.finish());
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
