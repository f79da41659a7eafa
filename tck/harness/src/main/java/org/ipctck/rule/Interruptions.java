package org.ipctck.rule;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Operations;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Step;
import org.ipctck.spi.Reason;

/**
 * An operation that waits comes back when its thread is interrupted.
 *
 * <p>An interruption has no row of its own. That it was delivered is known from the first operation
 * of a step that had to wait for it.
 */
public final class Interruptions implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    String undecided = "";
    boolean heard = false;
    for (Step step : history.scenario().steps()) {
      if (step.action() instanceof Action.Interrupt) {
        OptionalInt witness = witness(history, step);
        OptionalInt waiting = waiting(history, step);
        if (witness.isPresent() && waiting.isPresent()) {
          boolean decided = judge(history, waiting.getAsInt(), witness.getAsInt(), surest);
          undecided = decided ? undecided : Stamps.NOT_LONG_ENOUGH;
          heard |= heard(history.operations().row(waiting.getAsInt()));
        }
      }
    }
    return surest.finding(
        undecided.isEmpty() && !heard ? "nobody was interrupted while it waited" : undecided);
  }

  /** Whether it came back, and neither with what it waited for nor at its time-out. */
  private static boolean heard(Operation row) {
    return switch (row.outcome()) {
      case DONE, ACCEPTED, MESSAGE, NOTHING, PENDING -> false;
      default -> row.reason() != Reason.TIMEOUT;
    };
  }

  private static IntStream rows(History history) {
    return IntStream.range(0, history.operations().size());
  }

  /** The first operation that was begun because the interruption had been delivered. */
  private static OptionalInt witness(History history, Step interrupt) {
    Asked asked = new Asked(history);
    return rows(history)
        .filter(row -> asked.step(row).filter(step -> waitsFor(step, interrupt)).isPresent())
        .boxed()
        .min(java.util.Comparator.comparingLong(history.operations()::begin))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static boolean waitsFor(Step step, Step interrupt) {
    return step.gate() instanceof Gate.After after
        && after.moment() == Gate.Moment.DONE
        && after.steps().contains(interrupt.id());
  }

  /** The last operation of the step that was seen to wait. */
  private static OptionalInt waiting(History history, Step interrupt) {
    Asked asked = new Asked(history);
    return rows(history)
        .filter(row -> asked.step(row).filter(step -> waited(step, interrupt)).isPresent())
        .reduce((earlier, later) -> later);
  }

  private static boolean waited(Step step, Step interrupt) {
    return step.end().equals(interrupt.end())
        && interrupt.gate() instanceof Gate.After after
        && after.moment() == Gate.Moment.BLOCKED
        && after.steps().contains(step.id());
  }

  /** Judges one; false when it was not watched for long enough. */
  private static boolean judge(History history, int row, int witness, Surest surest) {
    Operations operations = history.operations();
    long wait = Stamps.finish(history, row) - operations.begin(witness);
    if (new Asked(history).struck(operations.end(row))) {
      return true;
    }
    if (wait > Stamps.must(history)) {
      Observation observation =
          operations.kind(row) == Kind.OPEN
              ? Observation.OPEN_NOT_RELEASED
              : Observation.DEAF_TO_INTERRUPTION;
      surest.add(
          observation, Long.MAX_VALUE, () -> violation(history, row, witness, observation, wait));
      return true;
    }
    return !Stamps.hangs(history, row);
  }

  private static Violation violation(
      History history, int row, int witness, Observation observation, long wait) {
    Words words = new Words(history);
    return new Violation(
        observation,
        "o1 = the %s of %s, begun at %s, and its thread be interrupted before %s"
            .formatted(
                history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT),
                words.end(row),
                words.ms(history.operations().begin(row)),
                words.ms(history.operations().begin(witness))),
        "an interruption ends o1",
        "it went on for %d ms after that".formatted(wait / 1_000_000),
        words.ordered(List.of(row, witness)),
        List.of(),
        Long.MAX_VALUE);
  }
}
