package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipctck.history.Operations;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.spi.Promise;

/** A message that never came, and whose fault that is. */
final class Lost {
  private final Delivery delivery;
  private final Operations operations;
  private final Lives lives;
  private final Drain drain;
  private final int message;
  private final int send;
  private final Life sender;

  Lost(Delivery delivery, Lives lives, Drain drain, int message) {
    this.delivery = delivery;
    this.operations = delivery.operations;
    this.lives = lives;
    this.drain = drain;
    this.message = message;
    this.send = delivery.send(message);
    this.sender = lives.at(operations.end(send), operations.begin(send));
  }

  /** What was seen; empty where another observation owns it. */
  Optional<Observation> observation() {
    boolean gone = sender.from() < drain.finish();
    boolean killed = gone && sender.ending() == Ending.KILLED;
    if (!killed && hiddenBy() >= 0) {
      return Optional.of(Observation.HIDDEN_AFTER_DEATH);
    }
    if (!drain.ofTheGone()) {
      return Optional.empty();
    }
    // What an ending cuts off is a tail: a message lost before one that came was lost earlier.
    if (later() >= 0) {
      return Optional.of(Observation.LOST_BETWEEN_THE_LIVING);
    }
    if (gone) {
      boolean close = delivery.sends.history.profile().is(Promise.END, "reported");
      return Optional.of(
          killed
              ? Observation.LOST_WITH_ITS_SENDER
              : close ? Observation.LOST_AT_CLOSE : Observation.LOST_BETWEEN_THE_LIVING);
    }
    return drain.ofTheLiving()
        ? Optional.of(Observation.LOST_BETWEEN_THE_LIVING)
        : Optional.empty();
  }

  /** The fault that cut another sender's send which was begun before this one was accepted. */
  private int hiddenBy() {
    for (int end : delivery.senders()) {
      for (Life life : lives.of(end)) {
        if (life.ending() == Ending.KILLED && cutBefore(end, life)) {
          return life.fault();
        }
      }
    }
    return -1;
  }

  private boolean cutBefore(int end, Life life) {
    for (int place = delivery.sends.count(end) - 1; place >= 0; place--) {
      int row = delivery.send(delivery.first(end) + place);
      if (row >= 0
          && Deaths.cut(operations, row)
          && operations.begin(row) >= life.opening()
          && operations.begin(row) < operations.finish(send)) {
        return true;
      }
    }
    return false;
  }

  /** A later message of the same sender that came, -1 when none did. */
  private int later() {
    int end = operations.end(send);
    int last = delivery.first(end) + delivery.sends.count(end);
    for (int other = message + 1; other < last; other++) {
      if (delivery.receive(other) >= 0) {
        return other;
      }
    }
    return -1;
  }

  private String told(int row) {
    return switch (operations.outcome(row)) {
      case END -> "the end";
      case NOTHING -> "nothing";
      default -> operations.reason(row).name();
    };
  }

  Violation violation(Observation observation) {
    Words words = new Words(delivery.sends.history);
    List<Integer> witness = new ArrayList<>(List.of(send));
    List<Integer> faults = new ArrayList<>();
    String ended = "";
    if (observation == Observation.HIDDEN_AFTER_DEATH) {
      faults.add(hiddenBy());
      ended = ", accepted after another sender was killed within a send";
    } else if (observation == Observation.LOST_AT_CLOSE && sender.row() >= 0) {
      witness.add(sender.row());
      ended = ", whose sender closed at " + words.ms(sender.from());
    } else if (observation == Observation.LOST_WITH_ITS_SENDER) {
      faults.add(sender.fault());
      ended = ", whose sender was killed at " + words.ms(sender.from());
    }
    int last = drain.rows().getLast();
    witness.add(last);
    return new Violation(
        observation,
        words.send("m1", send) + ended,
        "m1 is received",
        "it never came: %s was told %s %s, after every send had returned"
            .formatted(words.end(last), told(last), words.span(last)),
        words.ordered(witness),
        faults,
        drain.margin());
  }
}
