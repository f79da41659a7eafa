package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;

/** After a drain, accepted = received + dropped, up to what is unknown. */
public final class Drops implements Rule {
  @Override
  public Finding judge(History history) {
    if (history.profile().is(Promise.OVERFLOW, "block")
        || history.profile().is(Promise.OVERFLOW, "refuse")) {
      return Finding.undecided("the profile allows no drops");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    String undecided = "";
    for (Delivery delivery : Delivery.all(sends)) {
      Drain drain = new Drain(delivery, lives);
      String name = history.scenario().channels().get(delivery.channel).name();
      Long dropped = history.dropped().get(name);
      if (dropped == null) {
        undecided = "the subject does not count";
      } else if (!drain.missing().isEmpty()) {
        undecided = drain.missing();
      } else if (delivery.damaged() || ended(delivery, lives, drain)) {
        undecided = "what was dropped on channel %s cannot be told".formatted(name);
      } else {
        count(delivery, drain, dropped, surest);
      }
    }
    return surest.finding(undecided);
  }

  private static boolean ended(Delivery delivery, Lives lives, Drain drain) {
    return delivery.receivers.stream()
        .flatMap(end -> lives.of(end).stream())
        .anyMatch(life -> life.from() < drain.finish());
  }

  private static void count(Delivery delivery, Drain drain, long dropped, Surest surest) {
    Operations operations = delivery.operations;
    long missing = 0;
    long unknown = 0;
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send >= 0 && delivery.receive(message) < 0) {
        missing += operations.outcome(send) == Outcome.ACCEPTED ? 1 : 0;
        unknown += Deaths.cut(operations, send) ? 1 : 0;
      }
    }
    long least = missing - delivery.hiding.size();
    long most = missing + unknown;
    if (dropped < least || dropped > most) {
      surest.add(
          Observation.DROP_NOT_COUNTED,
          drain.margin(),
          () -> violation(delivery, drain, dropped, least, most));
    }
  }

  private static Violation violation(
      Delivery delivery, Drain drain, long dropped, long least, long most) {
    Words words = new Words(delivery.sends.history);
    int last = drain.rows().getLast();
    return new Violation(
        Observation.DROP_NOT_COUNTED,
        "channel %s, drained when %s was told %s %s"
            .formatted(
                words.channel(last),
                words.end(last),
                delivery.operations.outcome(last),
                words.span(last)),
        "accepted = received + dropped, so "
            + (least == most ? "%d were dropped" : "%d to %d were dropped").formatted(least, most),
        "it counted %d".formatted(dropped),
        words.ordered(drain.rows()),
        List.of(),
        drain.margin());
  }
}
