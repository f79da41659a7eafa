package org.ipctck.rule;

import java.util.stream.IntStream;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;

/** Whether a damaged message was the first that a new incarnation received after a crash. */
final class Boundary {
  private final Delivery delivery;
  private final Lives lives;

  Boundary(Delivery delivery, Lives lives) {
    this.delivery = delivery;
    this.lives = lives;
  }

  boolean crossed(int receive) {
    Operations operations = delivery.operations;
    int end = operations.end(receive);
    Life life = lives.at(end, operations.begin(receive));
    boolean afterCrash =
        IntStream.range(0, delivery.sends.channelOf.length)
            .filter(other -> delivery.sends.channelOf[other] == delivery.channel)
            .boxed()
            .flatMap(other -> lives.of(other).stream())
            .anyMatch(other -> other.ending() == Ending.KILLED && other.until() < life.opening());
    return afterCrash
        && IntStream.range(0, receive)
            .noneMatch(
                row ->
                    operations.end(row) == end
                        && operations.kind(row) == Kind.RECEIVE
                        && operations.outcome(row) == Outcome.MESSAGE
                        && operations.begin(row) >= life.opening());
  }
}
