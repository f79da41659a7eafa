package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A sender whose receiver was killed accepts nothing past the bound that neither the successor nor
 * anybody else receives.
 */
public final class IntoNothing implements Rule {
  private static final long SECOND = 1_000_000_000;

  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.OVERFLOW, "block")
        && !history.profile().is(Promise.OVERFLOW, "refuse")) {
      return Finding.undecided("the profile allows drops");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    String undecided = "no sender went on when its receiver had been killed";
    boolean went = false;
    for (Delivery delivery : Delivery.all(sends)) {
      Life death = lastDeath(delivery, lives);
      if (death == null) {
        continue;
      }
      Drain drain = new Drain(delivery, lives);
      if (!drain.missing().isEmpty() || delivery.damaged()) {
        undecided = drain.missing().isEmpty() ? "messages came damaged" : drain.missing();
      } else {
        judge(delivery, lives, death, drain, surest);
        went |= wentOn(delivery, lives, death);
      }
    }
    return surest.finding(went ? "" : undecided);
  }

  /** The death of the last receiver that was killed, when none of those before it was left. */
  private static @Nullable Life lastDeath(Delivery delivery, Lives lives) {
    Life last = null;
    for (int end : delivery.receivers) {
      for (Life life : lives.of(end)) {
        boolean killed = life.lived() && life.ending() == Ending.KILLED;
        last = killed && (last == null || life.until() > last.until()) ? life : last;
      }
    }
    Life death = last;
    boolean alone =
        death != null
            && delivery.receivers.stream()
                .flatMap(end -> lives.of(end).stream())
                .filter(Life::lived)
                .allMatch(life -> life.opening() > death.until() || life.until() <= death.until());
    return alone ? death : null;
  }

  private static void judge(
      Delivery delivery, Lives lives, Life death, Drain drain, Surest surest) {
    History history = delivery.sends.history;
    Operations operations = delivery.operations;
    long limit = limit(history);
    long spared = delivery.hiding.size();
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send < 0
          || delivery.receive(message) >= 0
          || operations.outcome(send) != Outcome.ACCEPTED
          || operations.begin(send) <= death.until() + limit
          || lives.at(operations.end(send), operations.begin(send)).opening() > death.from()
          || spared-- > 0) {
        continue;
      }
      surest.add(
          Observation.ACCEPTED_INTO_NOTHING,
          drain.margin(),
          () -> violation(delivery, death, drain, send, limit));
    }
  }

  private static long limit(History history) {
    long bound = Long.parseLong(history.profile().get(Promise.BOUND)) * 1_000_000;
    return (long) (bound * history.calibration()) + SECOND + 2 * history.stalls();
  }

  /** Whether one that outlived the death was told of it, or sent when it had to know. */
  private static boolean wentOn(Delivery delivery, Lives lives, Life death) {
    Operations operations = delivery.operations;
    long limit = limit(delivery.sends.history);
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send < 0
          || lives.at(operations.end(send), operations.begin(send)).opening() > death.from()) {
        continue;
      }
      boolean told =
          operations.outcome(send) == Outcome.REFUSED
              && operations.reason(send) == Reason.PEER_GONE
              && operations.finish(send) > death.from();
      if (told || operations.begin(send) > death.until() + limit) {
        return true;
      }
    }
    return false;
  }

  private static Violation violation(
      Delivery delivery, Life death, Drain drain, int send, long limit) {
    History history = delivery.sends.history;
    Words words = new Words(history);
    int last = drain.rows().getLast();
    return new Violation(
        Observation.ACCEPTED_INTO_NOTHING,
        "%s be killed at %s, and %s"
            .formatted(
                history.scenario().ends().get(death.end()).name(),
                words.ms(death.from()),
                words.send("m1", send)),
        "whatever is accepted later than %d ms after the death reaches a successor"
            .formatted(limit / 1_000_000),
        "m1 never came: %s found nothing more %s".formatted(words.end(last), words.span(last)),
        words.ordered(List.of(send, last)),
        death.fault() >= 0 ? List.of(death.fault()) : List.of(),
        drain.margin());
  }
}
