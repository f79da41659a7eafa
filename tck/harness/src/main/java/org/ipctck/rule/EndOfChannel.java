package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.spi.Promise;
import org.jspecify.annotations.Nullable;

/** The end comes after the last orderly close and the last message, only then, and then it does. */
public final class EndOfChannel implements Rule {
  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.END, "reported")) {
      return Finding.undecided("the profile promises no end");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    boolean unsure = false;
    for (Delivery delivery : Delivery.all(sends)) {
      Rows others = delivery.others;
      for (int place = 0; place < others.size(); place++) {
        int row = others.get(place);
        if (delivery.came(row, Outcome.END)) {
          withoutClose(delivery, lives, row, surest);
        }
      }
      for (int receiver : delivery.receivers) {
        lives.of(receiver).forEach(life -> tooEarly(delivery, lives, life, surest));
      }
      unsure |= new NoEnd(delivery, lives).judge(surest);
    }
    return surest.finding(unsure ? Stamps.NOT_LONG_ENOUGH : "");
  }

  private static void withoutClose(Delivery delivery, Lives lives, int row, Surest surest) {
    for (int end : delivery.senders()) {
      Life open = openAll(delivery, lives, end, row);
      if (open != null) {
        Operations operations = delivery.operations;
        long since =
            open.opened() == Long.MIN_VALUE
                ? Long.MAX_VALUE
                : Surest.margin(open.opened(), operations.begin(row));
        long margin =
            open.ending() == Ending.CLOSED
                ? Math.min(since, Surest.margin(operations.finish(row), open.from()))
                : since;
        surest.add(
            Observation.END_WITHOUT_CLOSE, margin, () -> violation(delivery, open, row, margin));
      }
    }
  }

  /** A life of a sender that was open all the while that a receive came back with the end. */
  private static @Nullable Life openAll(Delivery delivery, Lives lives, int end, int row) {
    long begin = delivery.operations.begin(row);
    long finish = delivery.operations.finish(row);
    for (Life life : lives.of(end)) {
      boolean open =
          switch (life.ending()) {
            case NONE -> true;
            case CLOSED -> life.from() > finish;
            // A receive that was under way at the death belongs to the rule of release.
            case KILLED ->
                life.from() > finish || life.until() < begin && isLast(delivery, lives, life);
          };
      if (open && life.opened() < begin) {
        return life;
      }
    }
    return null;
  }

  /** Whether nobody closed after a kill: then the last to go did not close. */
  private static boolean isLast(Delivery delivery, Lives lives, Life killed) {
    return delivery.senders().stream()
        .flatMap(end -> lives.of(end).stream())
        .noneMatch(life -> life.ending() == Ending.CLOSED && life.until() >= killed.from());
  }

  private static Violation violation(Delivery delivery, Life open, int row, long margin) {
    Words words = new Words(delivery.sends.history);
    String name = delivery.sends.history.scenario().ends().get(open.end()).name();
    boolean killed = open.ending() == Ending.KILLED;
    String fate = killed ? "which was killed at " + words.ms(open.from()) : "which was open";
    return new Violation(
        Observation.END_WITHOUT_CLOSE,
        "%s be a sender of channel %s, %s".formatted(name, words.channel(row), fate),
        "nobody is told the end before %s has closed".formatted(name),
        "%s was told the end %s".formatted(words.end(row), words.span(row)),
        open.row() >= 0 ? words.ordered(List.of(row, open.row())) : List.of(row),
        killed ? List.of(open.fault()) : List.of(),
        margin);
  }

  /** A message that its receiver got after the end, from a sender that was there before it. */
  private static void tooEarly(Delivery delivery, Lives lives, Life life, Surest surest) {
    Operations operations = delivery.operations;
    int end = firstEnd(delivery, life);
    for (int message = 0; end >= 0 && message < delivery.size(); message++) {
      int receive = delivery.receive(message);
      if (receive < 0
          || operations.end(receive) != life.end()
          || operations.begin(receive) <= operations.finish(end)
          || operations.begin(receive) >= life.from()) {
        continue;
      }
      int send = delivery.send(message);
      Life sender = lives.at(operations.end(send), operations.begin(send));
      if (operations.outcome(send) == Outcome.ACCEPTED && sender.opened() < operations.begin(end)) {
        long margin = Surest.margin(operations.finish(end), operations.begin(receive));
        surest.add(
            Observation.END_TOO_EARLY, margin, () -> early(delivery, send, receive, end, margin));
      }
    }
  }

  private static int firstEnd(Delivery delivery, Life life) {
    int first = -1;
    for (int place = 0; place < delivery.others.size(); place++) {
      int row = delivery.others.get(place);
      if (delivery.operations.end(row) == life.end()
          && delivery.came(row, Outcome.END)
          && delivery.operations.begin(row) >= life.opening()
          && delivery.operations.begin(row) < life.from()
          && (first < 0 || delivery.operations.finish(row) < delivery.operations.finish(first))) {
        first = row;
      }
    }
    return first;
  }

  private static Violation early(Delivery delivery, int send, int receive, int end, long margin) {
    Words words = new Words(delivery.sends.history);
    return new Violation(
        Observation.END_TOO_EARLY,
        words.send("m1", send),
        "m1 is received before the end",
        "%s was told the end %s, and only then %s"
            .formatted(words.end(end), words.span(end), words.receive("m1", receive)),
        words.ordered(List.of(send, end, receive)),
        List.of(),
        margin);
  }
}
