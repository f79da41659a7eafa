package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipctck.history.Content;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.scenario.Action;

/**
 * Says who is to blame for a received message that is not as it was sent: a death, a buffer that
 * was changed, a sender beside it, a boundary that was not kept, or else its bytes alone.
 */
final class Damage {
  private final Delivery delivery;
  private final Operations operations;
  private final Lives lives;
  private final Surest surest;

  Damage(Delivery delivery, Lives lives, Surest surest) {
    this.delivery = delivery;
    this.operations = delivery.operations;
    this.lives = lives;
    this.surest = surest;
  }

  /** A message that can be told by its id, with other bytes or another length. */
  void of(int send, int receive) {
    surest.add(Observation.CORRUPT, Long.MAX_VALUE, () -> blame(send, receive));
  }

  /** A message that was not sent on this channel. */
  void stray(int receive) {
    if (operations.content(receive) == Content.SHORT) {
      ShortStray stray = new ShortStray(delivery, receive);
      if (!stray.excused()) {
        surest.add(
            Observation.CORRUPT,
            Long.MAX_VALUE,
            () -> stray.twin().orElseGet(() -> blame(-1, receive)));
      }
      return;
    }
    surest.add(
        Observation.CROSSED,
        Long.MAX_VALUE,
        () -> foreign(receive).orElseGet(() -> blame(-1, receive)));
  }

  private Optional<Violation> foreign(int receive) {
    Words words = new Words(delivery.sends.history);
    int elsewhere = delivery.sends.message(operations.message(receive));
    if (elsewhere >= 0) {
      int send = delivery.sends.row(elsewhere);
      return Optional.of(
          new Violation(
              Observation.CROSSED,
              words.send("m1", send) + " on channel " + words.channel(send),
              "m1 is received on channel " + words.channel(send) + " alone",
              words.receive("m1", receive) + " on channel " + words.channel(receive),
              words.ordered(List.of(send, receive)),
              List.of(),
              Long.MAX_VALUE));
    }
    if (operations.content(receive) != Content.WHOLE) {
      return Optional.empty();
    }
    return Optional.of(invented(words, receive));
  }

  private Violation invented(Words words, int receive) {
    return new Violation(
        Observation.INVENTED,
        "m1 = the message of %d bytes that %s".formatted(operations.bytes(receive), "came"),
        "somebody sent m1",
        words.receive("m1", receive) + ", and nobody sent it",
        words.ordered(List.of(receive)),
        List.of(),
        Long.MAX_VALUE);
  }

  private Violation blame(int send, int receive) {
    Torn torn = torn(send, receive);
    if (torn.fault() >= 0) {
      boolean boundary = new Boundary(delivery, lives).crossed(receive);
      return violation(
          boundary ? Observation.NOT_AT_A_BOUNDARY : Observation.TORN_AT_DEATH, torn, receive);
    }
    if (send < 0 && !owes(receive)) {
      return invented(new Words(delivery.sends.history), receive);
    }
    return violation(living(send, receive), new Torn(send, -1), receive);
  }

  /** The send that a death cut, -1 when unknown, and the fault, -1 when no death explains it. */
  private record Torn(int send, int fault) {}

  private Torn torn(int send, int receive) {
    if (send >= 0) {
      Life life = lives.at(operations.end(send), operations.begin(send));
      if (life.ending() == Ending.KILLED && life.from() <= operations.finish(receive)) {
        return new Torn(send, life.fault());
      }
    }
    for (int message = 0; message < delivery.size(); message++) {
      int other = delivery.send(message);
      if (other >= 0 && Deaths.cut(operations, other)) {
        Life life = lives.at(operations.end(other), operations.begin(other));
        if (life.ending() == Ending.KILLED && life.from() <= operations.finish(receive)) {
          return new Torn(other, life.fault());
        }
      }
    }
    return new Torn(send, -1);
  }

  private Observation living(int send, int receive) {
    boolean resized =
        send < 0
            ? !anyOwedOf(operations.bytes(receive))
            : operations.bytes(send) != operations.bytes(receive);
    if (new Beside(delivery).overlapped(send, receive)) {
      return Observation.MIXED;
    }
    if (operations.content(receive) == Content.EARLIER) {
      return Observation.REMAINS;
    }
    // Who writes into a buffer after send changes bytes and no lengths.
    if (scribbled(send) && !resized) {
      return Observation.CHANGED_AFTER_SEND;
    }
    if (send >= 0 && !resized && new Scribbles(delivery.sends.history).before(receive)) {
      return Observation.CHANGED_BY_ANOTHER;
    }
    return resized ? Observation.SPLIT_OR_MERGED : Observation.CORRUPT;
  }

  private boolean scribbled(int send) {
    var scenario = delivery.sends.history.scenario();
    if (send >= 0) {
      int step = delivery.sends.history.steps()[send];
      return scenario.steps().get(step).action() instanceof Action.Send action && action.scribble();
    }
    String channel = scenario.channels().get(delivery.channel).name();
    return scenario.steps().stream()
        .filter(step -> scenario.end(step.end()).channel().equals(channel))
        .anyMatch(step -> step.action() instanceof Action.Send action && action.scribble());
  }

  /** Whether something sent before is still to come, or came with another length. */
  private boolean owes(int receive) {
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      int other = delivery.receive(message);
      if (send >= 0
          && operations.begin(send) <= operations.finish(receive)
          && operations.outcome(send) != Outcome.REFUSED
          && (other < 0 || operations.bytes(other) != operations.bytes(send))) {
        return true;
      }
    }
    return false;
  }

  private boolean anyOwedOf(int bytes) {
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send >= 0 && delivery.receive(message) < 0 && operations.bytes(send) == bytes) {
        return true;
      }
    }
    return false;
  }

  private Violation violation(Observation observation, Torn torn, int receive) {
    Words words = new Words(delivery.sends.history);
    List<Integer> witness = new ArrayList<>();
    if (torn.send() >= 0) {
      witness.add(torn.send());
    }
    witness.add(receive);
    String let =
        torn.send() >= 0
            ? words.send("m1", torn.send())
            : "m1 = the message of %d bytes that came".formatted(operations.bytes(receive));
    return new Violation(
        observation,
        torn.fault() < 0 ? let : let + ", whose sender was killed",
        Promised.of(observation),
        "%s, as %d bytes that %s"
            .formatted(
                words.receive(torn.send() >= 0 ? "m1" : "a message", receive),
                operations.bytes(receive),
                switch (operations.content(receive)) {
                  case NO_ID -> "name no message";
                  case EARLIER -> "hold some of a message that came before";
                  default -> "are not its own";
                }),
        words.ordered(witness),
        torn.fault() < 0 ? List.of() : List.of(torn.fault()),
        Long.MAX_VALUE);
  }
}
