package org.ipctck.rule;

import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/**
 * Until when the transport answers for a message that nobody received: from then on it may be gone
 * without anybody to blame.
 */
final class Vanishing {
  /** The message was never answered for. */
  static final long ALWAYS = Long.MIN_VALUE;

  private final Delivery delivery;
  private final Operations operations;
  private final Lives lives;
  private final boolean answers;
  private final boolean survivesSender;
  private final boolean survivesReceiver;

  Vanishing(Delivery delivery, Lives lives) {
    this.delivery = delivery;
    this.operations = delivery.operations;
    this.lives = lives;
    Profile profile = delivery.sends.history.profile();
    boolean both = profile.is(Promise.ACCEPTANCE, "both");
    survivesSender = both || profile.is(Promise.ACCEPTANCE, "survives-sender");
    survivesReceiver = both || profile.is(Promise.ACCEPTANCE, "survives-receiver");
    answers =
        (profile.is(Promise.OVERFLOW, "block") || profile.is(Promise.OVERFLOW, "refuse"))
            && !profile.is(Promise.SHARING, "broadcast")
            && !delivery.damaged();
  }

  /** From when on an unreceived message is excused, {@link Operations#NEVER} if it never is. */
  long from(int message) {
    int send = delivery.send(message);
    if (!answers
        || operations.outcome(send) != Outcome.ACCEPTED
        || delivery.astray(message)
        || (operations.bytes(send) < Positions.ID_BYTES && !Positions.apply(delivery))) {
      return ALWAYS;
    }
    Life sender = lives.at(operations.end(send), operations.begin(send));
    long from =
        sender.ending() == Ending.KILLED && !survivesSender ? sender.from() : Operations.NEVER;
    for (int receiver : delivery.receivers) {
      for (Life life : lives.of(receiver)) {
        boolean excuses = life.ending() == Ending.CLOSED || !survivesReceiver;
        if (life.lived()
            && life.ending() != Ending.NONE
            && excuses
            && concerns(life, operations.begin(send))) {
          from = Math.min(from, life.from());
        }
      }
    }
    return from;
  }

  /** Whether the end of a receiver can concern what was sent at a moment. */
  private boolean concerns(Life life, long moment) {
    return life.until() >= moment || !heard(moment);
  }

  private boolean heard(long moment) {
    return delivery.receivers.stream()
        .flatMap(receiver -> lives.of(receiver).stream())
        .anyMatch(life -> life.opened() <= moment && moment < life.from());
  }
}
