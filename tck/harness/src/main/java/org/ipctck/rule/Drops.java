package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.scenario.End;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/** After a drain, accepted = received + dropped, up to what is unknown. */
public final class Drops implements Rule {
  @Override
  public Finding judge(History history) {
    if (history.profile().is(Promise.OVERFLOW, "block")
        || history.profile().is(Promise.OVERFLOW, "refuse")) {
      return Finding.undecided("the profile allows no drops");
    }
    boolean broadcast = history.profile().is(Promise.SHARING, "broadcast");
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
      } else if (broadcast && several(sends, delivery)) {
        undecided = "a drop of channel %s may be one of each receiver".formatted(name);
      } else if (!drain.missing().isEmpty()) {
        undecided = drain.missing();
      } else if (delivery.damaged() || ended(delivery, lives, drain)) {
        undecided = "what was dropped on channel %s cannot be told".formatted(name);
      } else {
        count(delivery, lives, drain, dropped, surest);
      }
    }
    return surest.finding(undecided);
  }

  private static boolean ended(Delivery delivery, Lives lives, Drain drain) {
    return delivery.receivers.stream()
        .flatMap(end -> lives.of(end).stream())
        .anyMatch(life -> life.from() < drain.finish());
  }

  private static boolean several(Sends sends, Delivery delivery) {
    return sends.history.scenario().ends().stream()
            .filter(end -> end.side() == End.Side.RECEIVER)
            .filter(
                end ->
                    sends.channelOf[sends.history.scenario().ends().indexOf(end)]
                        == delivery.channel)
            .count()
        > 1;
  }

  private static void count(
      Delivery delivery, Lives lives, Drain drain, long dropped, Surest surest) {
    Operations operations = delivery.operations;
    long missing = 0;
    long unknown = 0;
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send >= 0 && delivery.receive(message) < 0) {
        boolean sure =
            operations.outcome(send) == Outcome.ACCEPTED && answered(delivery, lives, send);
        missing += sure ? 1 : 0;
        unknown += !sure && operations.outcome(send) != Outcome.REFUSED ? 1 : 0;
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

  /** Whether a message that is gone can only have been dropped. */
  private static boolean answered(Delivery delivery, Lives lives, int send) {
    Profile profile = delivery.sends.history.profile();
    boolean survives =
        profile.is(Promise.ACCEPTANCE, "both") || profile.is(Promise.ACCEPTANCE, "survives-sender");
    Life sender = lives.at(delivery.operations.end(send), delivery.operations.begin(send));
    int message = delivery.message(delivery.operations.message(send));
    return (survives || sender.ending() != Ending.KILLED) && !delivery.astray(message);
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
