package org.ipctck.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/**
 * Where one client has taken all that is left, those who were connected go on, who comes too late
 * is answered, and when the first has left another gets in and is heard.
 */
public final class CrowdedOut implements Rule {
  @Override
  public Finding judge(History history) {
    if (!history.faults().isEmpty()) {
      return Finding.undecided("what was struck may hold its place for a while");
    }
    Room room = new Room(history, new Unheard(history), new Surest());
    room.judge();
    return room.surest.finding(room.undecided());
  }

  private record Room(History history, Unheard unheard, Surest surest) {

    void judge() {
      for (int row = 0; row < operations().size(); row++) {
        if (operations().kind(row) == Kind.OPEN) {
          if (comesLater(row)) {
            waits(row);
            refused(row);
          }
        } else {
          cutOff(row);
          inVain(row);
        }
      }
    }

    String undecided() {
      boolean refused =
          unheard.rows().filter(this::comesLater).anyMatch(row -> outcome(row) == Outcome.REFUSED);
      boolean heard =
          unheard
              .rows()
              .filter(unheard::came)
              .anyMatch(send -> gone(channel(send), operations().begin(send)));
      return refused && heard ? "" : "nobody was refused, or nobody heard when places were free";
    }

    private Operations operations() {
      return history.operations();
    }

    private Outcome outcome(int row) {
      return operations().outcome(row);
    }

    private String channel(int row) {
      return unheard.end(row).channel();
    }

    /** An open of a sender that began when another was connected. */
    private boolean comesLater(int row) {
      return operations().kind(row) == Kind.OPEN
          && sends(row)
          && unheard.rows().anyMatch(first -> openedBefore(first, row));
    }

    private boolean sends(int row) {
      return unheard.end(row).side() == End.Side.SENDER;
    }

    private boolean openedBefore(int first, int row) {
      return operations().kind(first) == Kind.OPEN
          && sends(first)
          && channel(first).equals(channel(row))
          && outcome(first) == Outcome.DONE
          && operations().finish(first) < operations().begin(row);
    }

    /** Whether a sender of a channel had closed by a moment. */
    private boolean gone(String channel, long moment) {
      return unheard.rows().anyMatch(row -> leaves(row, channel, moment));
    }

    private boolean leaves(int row, String channel, long moment) {
      return operations().kind(row) == Kind.CLOSE
          && sends(row)
          && channel(row).equals(channel)
          && outcome(row) == Outcome.DONE
          && operations().finish(row) < moment;
    }

    private void waits(int row) {
      long until = Stamps.finish(history, row);
      long limit = new Asked(history).timeoutNanos(row) + Stamps.must(history);
      if (outcome(row) == Outcome.PENDING && until - operations().begin(row) > limit) {
        add(row, "its open %s never came back".formatted(words().span(row)));
      }
    }

    /** A refusal for want of a place, when fewer held one all the while than there are. */
    private void refused(int row) {
      Reason reason = operations().reason(row);
      boolean crowded = reason == Reason.NAME_IN_USE || reason == Reason.FULL;
      if (outcome(row) == Outcome.REFUSED
          && crowded
          && gone(channel(row), operations().begin(row))
          && !over(channel(row))
          && holders(row) < plan(row).senders()) {
        add(
            row,
            "its open %s was refused as %s when others had left"
                .formatted(words().span(row), reason));
      }
    }

    private ChannelPlan plan(int row) {
      return history.scenario().channel(channel(row));
    }

    /** How many others at most may have held a place at one moment while an end was opened. */
    private long holders(int row) {
      long begin = operations().begin(row);
      return LongStream.concat(LongStream.of(begin), others(row).mapToLong(operations()::begin))
          .filter(moment -> moment >= begin && moment <= Stamps.finish(history, row))
          .map(moment -> others(row).filter(other -> mayHold(other, moment)).count())
          .max()
          .orElse(0);
    }

    private IntStream others(int row) {
      return unheard
          .rows()
          .filter(other -> operations().kind(other) == Kind.OPEN && other != row)
          .filter(other -> sends(other) && channel(other).equals(channel(row)))
          .filter(other -> outcome(other) != Outcome.REFUSED);
    }

    private boolean mayHold(int open, long moment) {
      return operations().begin(open) <= moment && !left(operations().end(open), moment);
    }

    private boolean left(int end, long moment) {
      return unheard
          .rows()
          .filter(row -> unheard.is(row, end))
          .anyMatch(row -> leaves(row, channel(row), moment));
    }

    /** Whether a receiver was told that the channel is over: nobody may come after that. */
    private boolean over(String channel) {
      return unheard
          .rows()
          .filter(row -> operations().kind(row) == Kind.RECEIVE && channel(row).equals(channel))
          .anyMatch(row -> outcome(row) == Outcome.END || outcome(row) == Outcome.BROKEN);
    }

    /** What goes wrong between those who were there before the others came. */
    private void cutOff(int row) {
      boolean crowd =
          unheard
              .rows()
              .filter(other -> comesLater(other) && channel(other).equals(channel(row)))
              .anyMatch(other -> operations().begin(other) < operations().begin(row));
      Optional<String> wrong = crowd ? unheard.wrong(row) : Optional.empty();
      wrong.ifPresent(words -> add(row, words));
    }

    /** A message that was accepted of one who came when others had left, and never came out. */
    private void inVain(int row) {
      boolean newcomer =
          operations().kind(row) == Kind.SEND
              && outcome(row) == Outcome.ACCEPTED
              && unheard
                  .rows()
                  .filter(open -> unheard.is(open, operations().end(row)) && comesLater(open))
                  .anyMatch(open -> gone(channel(row), operations().begin(open)));
      if (!newcomer || unheard.came(row) || over(channel(row))) {
        return;
      }
      waitedFor(row)
          .ifPresent(
              vain ->
                  add(
                      row,
                      "%s, and %s waited for it %s in vain"
                          .formatted(
                              words().send("m1", row), words().end(vain), words().span(vain))));
    }

    private OptionalInt waitedFor(int send) {
      return unheard
          .rows()
          .filter(row -> operations().kind(row) == Kind.RECEIVE)
          .filter(row -> channel(row).equals(channel(send)))
          .filter(row -> outcome(row) == Outcome.NOTHING || outcome(row) == Outcome.PENDING)
          .filter(row -> inTime(send, row))
          .findFirst();
    }

    private boolean inTime(int send, int receive) {
      long from = Math.max(operations().begin(receive), operations().finish(send));
      return Stamps.finish(history, receive) - from > Stamps.must(history);
    }

    private Words words() {
      return new Words(history);
    }

    private void add(int row, String but) {
      surest.add(
          Observation.CROWDED_OUT,
          Long.MAX_VALUE,
          () ->
              new Violation(
                  Observation.CROWDED_OUT,
                  "one client take the places of channel %s that are left, beside %s"
                      .formatted(channel(row), words().end(row)),
                  "who is connected goes on, and who comes too late is refused until it has left",
                  but,
                  List.of(row),
                  List.of(),
                  Long.MAX_VALUE));
    }
  }
}
