package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a peer when the last one is killed is told that it is gone, within the declared
 * bound times the calibration and a second.
 */
public final class Released implements Rule {
  private static final long SECOND = 1_000_000_000;

  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.DEATH, "kernel")
        && !history.profile().is(Promise.DEATH, "timeout")) {
      return Finding.undecided("the profile does not promise that a death is noticed");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    String undecided = "";
    for (Delivery delivery : Delivery.all(sends)) {
      Wait receivers = new Wait(sends, lives, lastKilled(lives, delivery.senders()), true);
      Wait senders = new Wait(sends, lives, lastKilled(lives, delivery.receivers), false);
      for (int row = 0; row < sends.operations.size(); row++) {
        int end = sends.operations.end(row);
        if (sends.operations.kind(row) == Kind.RECEIVE && delivery.receivers.contains(end)) {
          receivers.judge(row, surest);
        } else if (sends.operations.kind(row) == Kind.SEND
            && sends.channelOf[end] == delivery.channel) {
          senders.judge(row, surest);
        }
      }
      undecided = receivers.stalled || senders.stalled ? Stamps.NOT_LONG_ENOUGH : undecided;
    }
    return surest.finding(undecided);
  }

  /** The kill after which nobody of these ends was left, null when there was none. */
  private static @Nullable Life lastKilled(Lives lives, List<Integer> ends) {
    Life last = null;
    for (int end : ends) {
      Life life = lives.of(end).getLast();
      if (life.ending() == Ending.NONE || life.until() == Operations.NEVER) {
        return null;
      }
      last = last == null || life.until() > last.until() ? life : last;
    }
    if (last == null || last.ending() != Ending.KILLED) {
      return null;
    }
    // A close beside the kill may have been the last to be noticed: then the end is right as well.
    long from = last.from();
    boolean alone =
        ends.stream()
            .map(end -> lives.of(end).getLast())
            .allMatch(life -> life.ending() == Ending.KILLED || life.until() < from);
    return alone ? last : null;
  }

  /** What one side of a channel waits for. */
  private static final class Wait {
    private final Operations operations;
    private final History history;
    private final Lives lives;
    private final @Nullable Life death;
    private final boolean receiving;
    private final long limit;
    private boolean stalled;

    Wait(Sends sends, Lives lives, @Nullable Life death, boolean receiving) {
      this.operations = sends.operations;
      this.history = sends.history;
      this.lives = lives;
      this.death = death;
      this.receiving = receiving;
      String declared = history.profile().get(Promise.BOUND);
      long bound = declared.isEmpty() ? 1000 : Long.parseLong(declared);
      this.limit = (long) (bound * 1_000_000 * history.calibration()) + SECOND;
    }

    void judge(int row, Surest surest) {
      if (death == null) {
        return;
      }
      Life kill = death;
      Life own = lives.at(operations.end(row), operations.begin(row));
      boolean within =
          operations.begin(row) >= own.opening()
              && own.opening() <= kill.until()
              && operations.finish(row) > kill.from();
      if (!within || satisfied(row)) {
        return;
      }
      long until = Math.min(Stamps.finish(history, row), own.from());
      long wait = until - Math.max(operations.begin(row), kill.until());
      boolean inFlight = operations.begin(row) < kill.until();
      if (inFlight && other(row)) {
        surest.add(observation(), Long.MAX_VALUE, () -> violation(kill, row, "released otherwise"));
      } else if (wait > limit + 2 * history.stalls()) {
        String words = "still waiting %d ms after the kill".formatted(wait / 1_000_000);
        surest.add(observation(), Long.MAX_VALUE, () -> violation(kill, row, words));
      } else if (wait > limit || hangs(row, own)) {
        stalled = true;
      }
    }

    /** Whether it never came back, though nobody had struck it. */
    private boolean hangs(int row, Life own) {
      return Stamps.hangs(history, row) && own.ending() == Ending.NONE;
    }

    private Observation observation() {
      return receiving ? Observation.RECEIVER_NOT_RELEASED : Observation.SENDER_NOT_RELEASED;
    }

    /** Whether it came out as it should, if not too late. */
    private boolean satisfied(int row) {
      Outcome outcome = operations.outcome(row);
      return outcome == Outcome.MESSAGE
          || outcome == Outcome.ACCEPTED
          || outcome == Outcome.LOST
          || outcome == Outcome.INTERRUPTED
          || outcome == Outcome.UNTYPED;
    }

    /** Whether it came out as something that is not so. */
    private boolean other(int row) {
      Reason reason = operations.reason(row);
      return switch (operations.outcome(row)) {
        case END -> true;
        case BROKEN -> reason != Reason.PEER_GONE && reason != Reason.CLOSED;
        case REFUSED ->
            switch (reason) {
              case PEER_GONE, TIMEOUT, FULL, INTERRUPTED, CLOSED, TOO_LARGE -> false;
              default -> true;
            };
        default -> false;
      };
    }

    private Violation violation(Life kill, int row, String what) {
      Words words = new Words(history);
      String killed = history.scenario().ends().get(kill.end()).name();
      String kind = receiving ? "receive" : "send";
      return new Violation(
          observation(),
          "%s be the last %s of channel %s, killed at %s"
              .formatted(
                  killed,
                  receiving ? "sender" : "receiver",
                  words.channel(row),
                  words.ms(kill.from())),
          "a %s that waits is told PEER_GONE within %d ms".formatted(kind, limit / 1_000_000),
          "the %s of %s %s was %s: %s %s"
              .formatted(
                  kind,
                  words.end(row),
                  words.span(row),
                  what,
                  operations.outcome(row),
                  operations.reason(row)),
          List.of(row),
          kill.fault() >= 0 ? List.of(kill.fault()) : List.of(),
          Long.MAX_VALUE);
    }
  }
}
