package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/**
 * The proof that no message is left: a receive of each living receiver that came back without one
 * after every send had returned.
 */
final class Drain {
  /**
   * How long nothing must have come where emptiness is not exact, on a host at its best: a thousand
   * times what a message takes on its way, and short enough to be waited for in every try.
   */
  static final long PATIENCE_NANOS = 50_000_000;

  private final Delivery delivery;
  private final Operations operations;
  private final History history;
  private final Lives lives;
  private final List<Integer> rows = new ArrayList<>();
  private long returned = Long.MIN_VALUE;
  private long settled = Long.MIN_VALUE;
  private String missing = "";

  Drain(Delivery delivery, Lives lives) {
    this.delivery = delivery;
    this.operations = delivery.operations;
    this.history = delivery.sends.history;
    this.lives = lives;
    settle();
    if (missing.isEmpty()) {
      delivery.receivers.forEach(this::of);
    }
    if (missing.isEmpty() && rows.isEmpty()) {
      missing = "nobody drained channel " + name();
    }
  }

  private String name() {
    return history.scenario().channels().get(delivery.channel).name();
  }

  private void settle() {
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send < 0) {
        continue;
      }
      long finish = operations.finish(send);
      if (finish != Operations.NEVER) {
        returned = Math.max(returned, finish);
        continue;
      }
      Life life = lives.at(operations.end(send), operations.begin(send));
      if (life.ending() == Ending.NONE) {
        missing = "a send on channel " + name() + " never returned";
        return;
      }
      settled = Math.max(settled, life.until());
    }
    settled = Math.max(settled, returned);
  }

  private void of(int receiver) {
    Life life = lives.of(receiver).getLast();
    if (!life.lived() || life.ending() != Ending.NONE && life.from() <= returned) {
      return;
    }
    int best = -1;
    for (int place = 0; place < delivery.others.size(); place++) {
      int row = delivery.others.get(place);
      if (operations.end(row) == receiver && last(row) && (best < 0 || !says(best))) {
        best = row;
      }
    }
    if (best < 0) {
      missing =
          "%s did not drain channel %s"
              .formatted(history.scenario().ends().get(receiver).name(), name());
    } else {
      rows.add(best);
    }
  }

  private boolean last(int row) {
    return says(row) ? operations.finish(row) >= returned : patient(row);
  }

  /** Whether a receive says that nothing more will come. */
  private boolean says(int row) {
    return operations.outcome(row) == Outcome.END || operations.outcome(row) == Outcome.BROKEN;
  }

  private boolean patient(int row) {
    if (operations.begin(row) <= settled) {
      return false;
    }
    if (history.profile().is(Promise.EMPTINESS, "exact")) {
      return true;
    }
    long quiet = operations.finish(row) - Math.max(settled, lastMessage(operations.end(row), row));
    return quiet >= PATIENCE_NANOS * history.calibration() && quiet > 2 * history.stalls();
  }

  private long lastMessage(int end, int before) {
    for (int row = before - 1; row >= 0; row--) {
      if (operations.end(row) == end
          && operations.kind(row) == Kind.RECEIVE
          && operations.outcome(row) == Outcome.MESSAGE) {
        return operations.finish(row);
      }
    }
    return Long.MIN_VALUE;
  }

  /** Why there is no proof, empty when there is. */
  String missing() {
    return missing;
  }

  /** The rows that prove it. */
  List<Integer> rows() {
    return rows;
  }

  /** Whether every receiver came back with nothing, so that it tells of living senders too. */
  boolean ofTheLiving() {
    return rows.stream().allMatch(row -> operations.outcome(row) == Outcome.NOTHING);
  }

  /** Whether every receiver was told the end, or that its last peer is gone. */
  boolean ofTheGone() {
    return rows.stream()
        .allMatch(
            row ->
                operations.outcome(row) != Outcome.BROKEN
                    || operations.reason(row) == Reason.PEER_GONE);
  }

  /** When the last of the receives that prove it returned. */
  long finish() {
    return rows.stream().mapToLong(operations::finish).max().orElse(Operations.NEVER);
  }

  /** The error of the stamps under which the proof would still hold. */
  long margin() {
    return rows.stream()
        .mapToLong(
            row ->
                says(row)
                    ? Surest.margin(returned, operations.finish(row) + 2)
                    : Surest.margin(settled, operations.begin(row)))
        .min()
        .orElse(0);
  }
}
