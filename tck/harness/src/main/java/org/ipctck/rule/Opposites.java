package org.ipctck.rule;

import java.util.List;
import java.util.stream.IntStream;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.scenario.End;

/**
 * Who waits for what is there, while its own process waits in the opposite direction, waits for a
 * lock of the transport. What is there is seen as {@link WakeUp} sees it.
 */
public final class Opposites implements Rule {
  @Override
  public Finding judge(History history) {
    Finding woken = new WakeUp().judge(history);
    List<Violation> behind =
        woken.violations().stream()
            .filter(violation -> waitsBothWays(history, violation))
            .map(Opposites::renamed)
            .toList();
    return behind.isEmpty() ? new Finding(List.of(), woken.undecided()) : Finding.broken(behind);
  }

  private static boolean waitsBothWays(History history, Violation violation) {
    return violation.witness().stream()
        .filter(row -> waits(history, row))
        .anyMatch(row -> opposite(history, row));
  }

  private static boolean waits(History history, int row) {
    long wait = Stamps.finish(history, row) - history.operations().begin(row);
    return wait > Stamps.must(history);
  }

  /** Whether another thread of its process waited in the other direction for as long. */
  private static boolean opposite(History history, int row) {
    Operations operations = history.operations();
    List<End> ends = history.scenario().ends();
    End own = ends.get(operations.end(row));
    return IntStream.range(0, operations.size())
        .filter(
            other -> operations.kind(other) == Kind.SEND || operations.kind(other) == Kind.RECEIVE)
        .filter(other -> operations.kind(other) != operations.kind(row))
        .filter(other -> ends.get(operations.end(other)).process().equals(own.process()))
        .filter(other -> !ends.get(operations.end(other)).channel().equals(own.channel()))
        .anyMatch(other -> overlap(history, row, other) > Stamps.must(history));
  }

  private static long overlap(History history, int one, int other) {
    Operations operations = history.operations();
    return Math.min(Stamps.finish(history, one), Stamps.finish(history, other))
        - Math.max(operations.begin(one), operations.begin(other));
  }

  private static Violation renamed(Violation violation) {
    return new Violation(
        Observation.BEHIND_THE_OTHER_DIRECTION,
        violation.let(),
        violation.then() + ", whatever waits in the opposite direction",
        violation.but(),
        violation.witness(),
        violation.faults(),
        violation.marginNanos());
  }
}
