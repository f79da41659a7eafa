package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;

/**
 * A message dropped in place of the one that the profile names. Only those of one sender that were
 * accepted before anybody began to receive can be told apart: nothing but the limit took them away.
 */
final class WrongDrop {
  private final Delivery delivery;
  private final Operations operations;
  private final Lives lives;
  private final boolean oldest;

  WrongDrop(Delivery delivery, Lives lives, String declared) {
    this.delivery = delivery;
    this.operations = delivery.operations;
    this.lives = lives;
    this.oldest = declared.equals("drop-oldest");
  }

  void judge(Surest surest) {
    Drain drain = new Drain(delivery, lives);
    if (delivery.senders().size() != 1 || delivery.damaged() || !drain.missing().isEmpty()) {
      return;
    }
    long first = firstReceive();
    int kept = -1;
    int gone = -1;
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send < 0
          || operations.outcome(send) != Outcome.ACCEPTED
          // Where some were dropped nobody can tell which of the short ones came.
          || operations.bytes(send) < Positions.ID_BYTES
          || operations.finish(send) >= first) {
        continue;
      }
      boolean came = delivery.receive(message) >= 0;
      if (oldest && !came && kept >= 0 || !oldest && came && gone >= 0) {
        int other = oldest ? kept : gone;
        int one = message;
        surest.add(
            Observation.OVERFLOW_OTHERWISE, drain.margin(), () -> violation(other, one, drain));
        return;
      }
      kept = came && kept < 0 ? message : kept;
      gone = !came && gone < 0 ? message : gone;
    }
  }

  private long firstReceive() {
    long first = Operations.NEVER;
    for (int row = 0; row < operations.size(); row++) {
      if (delivery.receivers.contains(operations.end(row))
          && operations.kind(row) == org.ipctck.history.Kind.RECEIVE) {
        first = Math.min(first, operations.begin(row));
      }
    }
    return first;
  }

  private Violation violation(int older, int newer, Drain drain) {
    Words words = new Words(delivery.sends.history);
    int a = delivery.send(older);
    int b = delivery.send(newer);
    int came = oldest ? delivery.receive(older) : delivery.receive(newer);
    return new Violation(
        Observation.OVERFLOW_OTHERWISE,
        words.send("m1", a) + ", and " + words.send("m2", b),
        oldest ? "m1 is dropped before m2" : "m2 is dropped before m1",
        words.receive(oldest ? "m1" : "m2", came) + ", and the other never came",
        List.of(a, b, came),
        List.of(),
        drain.margin());
  }
}
