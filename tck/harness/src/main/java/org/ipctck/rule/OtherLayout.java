package org.ipctck.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/**
 * Who attaches to a segment that was made for smaller messages is refused as LAYOUT, or gets what
 * it asked for.
 *
 * <p>A transport may make every segment of one size, large enough for all: that an attach succeeds
 * says nothing yet, only what becomes of the first message that would not have fitted.
 */
public final class OtherLayout implements Rule {
  /** They say nothing of the segment. */
  private static final Set<Reason> OF_THE_MOMENT =
      Set.of(Reason.TIMEOUT, Reason.INTERRUPTED, Reason.RESOURCES, Reason.FULL);

  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    boolean judged = false;
    List<Operation> rows = history.operations().rows().toList();
    for (Operation open : rows) {
      if (open.kind() != Kind.OPEN || made(history, rows, open).isEmpty()) {
        continue;
      }
      judged = true;
      Operation telling =
          open.outcome() == Outcome.DONE ? firstSend(rows, open).orElse(open) : open;
      if (isWrong(telling)) {
        surest.add(
            Observation.LAYOUT_NOT_COMPARED,
            Long.MAX_VALUE,
            () -> told(history, rows, open, telling));
      }
    }
    return surest.finding(judged ? "" : "nobody asked for more than a segment was made for");
  }

  /** The plan that the segment was made for, if this open asks for larger messages. */
  private static Optional<ChannelPlan> made(History history, List<Operation> rows, Operation open) {
    ChannelPlan asked = plan(history, open);
    return rows.stream()
        .filter(other -> other.kind() == Kind.OPEN && other.outcome() == Outcome.DONE)
        .filter(other -> end(history, other).side() == End.Side.RECEIVER)
        .filter(other -> other.finish() < open.begin() && stays(history, rows, other, open))
        .map(other -> plan(history, other))
        .filter(plan -> plan.path().equals(asked.path()) && plan.folder().equals(asked.folder()))
        .filter(plan -> plan.maxBytes() < asked.maxBytes())
        .findFirst();
  }

  /** Whether whoever made it was neither struck nor about to close when the open came back. */
  private static boolean stays(
      History history, List<Operation> rows, Operation maker, Operation open) {
    return Lives.lastingUntil(history, open.finish())
        && rows.stream()
            .filter(row -> row.kind() == Kind.CLOSE && row.end() == maker.end())
            .noneMatch(row -> row.begin() <= open.finish());
  }

  private static End end(History history, Operation row) {
    return history.scenario().ends().get(row.end());
  }

  private static ChannelPlan plan(History history, Operation row) {
    return history.scenario().channel(end(history, row).channel());
  }

  private static Optional<Operation> firstSend(List<Operation> rows, Operation open) {
    return rows.stream()
        .filter(row -> row.kind() == Kind.SEND && row.end() == open.end())
        .filter(row -> row.index() > open.index())
        .findFirst();
  }

  private static boolean isWrong(Operation row) {
    if (row.outcome() == Outcome.UNTYPED) {
      return true;
    }
    boolean fits = row.kind() == Kind.OPEN && row.reason() == Reason.LAYOUT;
    return row.outcome() == Outcome.REFUSED && !fits && !OF_THE_MOMENT.contains(row.reason());
  }

  private static Violation told(
      History history, List<Operation> rows, Operation open, Operation telling) {
    Words words = new Words(history);
    return new Violation(
        Observation.LAYOUT_NOT_COMPARED,
        "a segment be made for messages of %d bytes, and its receiver have it"
            .formatted(made(history, rows, open).map(ChannelPlan::maxBytes).orElse(0)),
        "who attaches for messages of %d bytes is refused as LAYOUT, or gets what it asked for"
            .formatted(plan(history, open).maxBytes()),
        "the open of %s %s came out as %s%s"
            .formatted(
                words.end(open.index()),
                words.span(open.index()),
                outcome(open),
                telling.equals(open)
                    ? ""
                    : ", and its %s as %s"
                        .formatted(
                            telling.kind().name().toLowerCase(Locale.ROOT), outcome(telling))),
        telling.equals(open) ? List.of(open.index()) : List.of(open.index(), telling.index()),
        List.of(),
        Long.MAX_VALUE);
  }

  private static String outcome(Operation row) {
    return row.reason() == Reason.NONE ? "" + row.outcome() : row.outcome() + " " + row.reason();
  }
}
