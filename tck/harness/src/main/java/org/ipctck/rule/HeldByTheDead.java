package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.scenario.End;
import org.ipctck.spi.Promise;

/**
 * After a death nobody waits for room while those who could make it wait for messages: a channel
 * cannot be full and empty at once, unless something is held by the dead.
 */
public final class HeldByTheDead implements Rule {
  private static final long SECOND = 1_000_000_000;

  @Override
  public Finding judge(History history) {
    boolean stopped =
        history.faults().stream()
            .anyMatch(record -> record.landed() && record.fault().kind() == Fault.Kind.SIGSTOP);
    if (stopped) {
      return Finding.undecided("somebody alive stood still, and may have held something");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    boolean unsure = false;
    for (Delivery delivery : Delivery.all(sends)) {
      Channel channel = new Channel(delivery, lives);
      for (int row = 0; row < sends.operations.size(); row++) {
        boolean send = sends.operations.kind(row) == Kind.SEND;
        if (send && sends.channelOf[sends.operations.end(row)] == delivery.channel) {
          unsure |= channel.judge(row, surest);
        }
      }
    }
    return surest.finding(unsure ? Stamps.NOT_LONG_ENOUGH : "");
  }

  /** One channel, and who died on it. */
  private static final class Channel {
    private final Delivery delivery;
    private final Operations operations;
    private final History history;
    private final Lives lives;
    private final long limit;

    Channel(Delivery delivery, Lives lives) {
      this.delivery = delivery;
      this.operations = delivery.operations;
      this.history = delivery.sends.history;
      this.lives = lives;
      long bound = Long.parseLong(history.profile().get(Promise.BOUND)) * 1_000_000;
      this.limit = (long) (bound * history.calibration()) + SECOND + 2 * history.stalls();
    }

    /** Judges a send; whether it hangs and cannot be judged. */
    boolean judge(int send, Surest surest) {
      Life own = lives.at(operations.end(send), operations.begin(send));
      int fault = death(send);
      if (own.ending() == Ending.KILLED || fault < 0) {
        return false;
      }
      long from = Math.max(operations.begin(send), history.faults().get(fault).done());
      long[] window = {from, Math.min(Stamps.finish(history, send), own.from())};
      List<Integer> waits = new ArrayList<>();
      boolean all = true;
      List<End> ends = history.scenario().ends();
      for (int end = 0; end < ends.size(); end++) {
        // Those of a broadcast too: one that is slow may hold up everybody.
        if (ends.get(end).side() == End.Side.RECEIVER
            && delivery.sends.channelOf[end] == delivery.channel) {
          all &= narrow(end, window, waits);
        }
      }
      if (all && !waits.isEmpty() && window[1] - window[0] > limit) {
        surest.add(
            Observation.HELD_BY_THE_DEAD,
            Long.MAX_VALUE,
            () -> violation(send, waits, fault, window));
        return false;
      }
      return Stamps.hangs(history, send);
    }

    /** The last death on the channel that came before a send was over, -1 when there was none. */
    private int death(int send) {
      int found = -1;
      List<FaultRecord> faults = history.faults();
      for (int place = 0; place < faults.size(); place++) {
        if (faults.get(place).done() < Stamps.finish(history, send) && kills(place)) {
          found = place;
        }
      }
      return found;
    }

    private boolean kills(int fault) {
      String name = history.scenario().channels().get(delivery.channel).name();
      List<End> ends = history.scenario().ends();
      for (int end = 0; end < ends.size(); end++) {
        if (ends.get(end).channel().equals(name)
            && lives.of(end).stream()
                .anyMatch(life -> life.ending() == Ending.KILLED && life.fault() == fault)) {
          return true;
        }
      }
      return false;
    }

    /** Narrows a time to that in which a receiver waited; false when it lived and did not. */
    private boolean narrow(int receiver, long[] window, List<Integer> waits) {
      Life life = lives.of(receiver).getLast();
      if (!life.lived() || life.ending() == Ending.KILLED) {
        // Who never came takes nothing, and neither do the dead.
        return true;
      }
      long most = 0;
      int best = -1;
      for (int row = 0; row < operations.size(); row++) {
        if (operations.kind(row) == Kind.RECEIVE && operations.end(row) == receiver) {
          long shared =
              Math.min(window[1], Stamps.finish(history, row))
                  - Math.max(window[0], operations.begin(row));
          if (shared > most && operations.outcome(row) != Outcome.LOST) {
            most = shared;
            best = row;
          }
        }
      }
      if (best >= 0) {
        window[0] = Math.max(window[0], operations.begin(best));
        window[1] = Math.min(window[1], Stamps.finish(history, best));
        waits.add(best);
      }
      return best >= 0;
    }

    private Violation violation(int send, List<Integer> waits, int fault, long[] window) {
      Words words = new Words(history);
      FaultRecord death = history.faults().get(fault);
      List<Integer> rows = new ArrayList<>(waits);
      rows.add(send);
      return new Violation(
          Observation.HELD_BY_THE_DEAD,
          "%s be killed at %s, with others on channel %s"
              .formatted(death.fault().target(), words.ms(death.begun()), words.channel(send)),
          "nothing that it held blocks the others for longer than %d ms"
              .formatted(limit / 1_000_000),
          "the send of %s and the receive of %s waited for one another for %d ms"
              .formatted(
                  words.end(send),
                  words.end(waits.getFirst()),
                  (window[1] - window[0]) / 1_000_000),
          words.ordered(rows),
          List.of(fault),
          Long.MAX_VALUE);
    }
  }
}
