package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;

/** A receive that waited long after the last orderly close, and was told nothing of it. */
final class NoEnd {
  /** What must happen gets a second, times the calibration, and the host's stalls on top. */
  static final long MUST_NANOS = 1_000_000_000;

  private final Delivery delivery;
  private final Operations operations;
  private final History history;
  private final Lives lives;

  NoEnd(Delivery delivery, Lives lives) {
    this.delivery = delivery;
    this.operations = delivery.operations;
    this.history = delivery.sends.history;
    this.lives = lives;
  }

  /** Judges it; whether somebody hung who was not watched for long enough. */
  boolean judge(Surest surest) {
    List<Life> closes = closes();
    if (closes.isEmpty()) {
      return false;
    }
    Life last = closes.getFirst();
    for (Life life : closes) {
      last = life.until() > last.until() ? life : last;
    }
    boolean unsure = false;
    for (int place = 0; place < delivery.others.size(); place++) {
      int row = delivery.others.get(place);
      if (delivery.came(row, Outcome.NOTHING)) {
        unsure |= !waited(row, last, surest) && wait(row, last) >= MUST_NANOS;
      }
    }
    for (int place = 0; place < delivery.hiding.size(); place++) {
      if (delivery.came(delivery.hiding.get(place), Outcome.PENDING)) {
        unsure |= !waited(delivery.hiding.get(place), last, surest);
      }
    }
    return unsure;
  }

  /** How every sender went; empty unless each of them closed. */
  private List<Life> closes() {
    List<Life> closes = new ArrayList<>();
    for (int end : delivery.senders()) {
      Life life = lives.of(end).getLast();
      // A channel may wait for a sender that was to come and never did.
      if (!life.lived() || life.ending() != Ending.CLOSED || life.until() == Operations.NEVER) {
        return List.of();
      }
      boolean killed = lives.of(end).stream().anyMatch(one -> one.ending() == Ending.KILLED);
      if (killed) {
        return List.of();
      }
      closes.add(life);
    }
    return closes;
  }

  /** Whether it is clear what to think of a receive. */
  private boolean waited(int row, Life last, Surest surest) {
    Life receiver = lives.at(operations.end(row), operations.begin(row));
    long wait = wait(row, last);
    long must = Stamps.must(history);
    // Who comes when all have gone has nobody whose end it could be told.
    boolean there = receiver.opened() < last.from();
    if (wait >= must && there) {
      surest.add(Observation.NO_END, (wait - must) / 2, () -> violation(row, last, wait));
    }
    return wait >= must || !there || receiver.ending() != Ending.NONE;
  }

  /** For how long a receive waited after the last close. */
  private long wait(int row, Life last) {
    Life receiver = lives.at(operations.end(row), operations.begin(row));
    long until = Math.min(Stamps.finish(history, row), receiver.from());
    return until - Math.max(operations.begin(row), last.until());
  }

  private Violation violation(int row, Life last, long wait) {
    Words words = new Words(history);
    String name = history.scenario().ends().get(last.end()).name();
    return new Violation(
        Observation.NO_END,
        "%s be the last sender of channel %s to close, at %s"
            .formatted(name, words.channel(row), words.ms(last.until())),
        "a receive that waits is told the end",
        "%s waited %s, for %d ms after the close, and was told nothing"
            .formatted(words.end(row), words.span(row), wait / 1_000_000),
        last.row() >= 0 ? words.ordered(List.of(last.row(), row)) : List.of(row),
        last.fault() >= 0 ? List.of(last.fault()) : List.of(),
        // A second is too long for the clocks of one host to be wrong by.
        Long.MAX_VALUE);
  }
}
