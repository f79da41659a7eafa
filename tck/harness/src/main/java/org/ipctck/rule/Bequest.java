package org.ipctck.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.ipctck.fault.Fault;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/**
 * What was accepted before the last receiver was killed is received by its successor, but for one
 * message with each receive that the death cut off.
 */
public final class Bequest implements Rule {
  @Override
  public Finding judge(History history) {
    boolean promised =
        history.profile().is(Promise.ACCEPTANCE, "survives-receiver")
            || history.profile().is(Promise.ACCEPTANCE, "both");
    if (!promised) {
      return Finding.undecided(
          "the profile does not promise that acceptance outlives the receiver");
    }
    Surest surest = new Surest();
    boolean unsure = false;
    for (ChannelPlan plan : history.scenario().channels()) {
      unsure |= !new Of(history, plan.name()).judge(surest);
    }
    return surest.finding(unsure ? Stamps.NOT_LONG_ENOUGH : "");
  }

  /** One channel of a history. */
  private record Of(History history, String channel) {
    /** Whether it is certain what became of everything. */
    boolean judge(Surest surest) {
      Optional<FaultRecord> death = death();
      if (death.isEmpty()) {
        return true;
      }
      List<Integer> missing = missing(death.get());
      int cut = (int) rows(Kind.RECEIVE).filter(row -> came(row, Outcome.PENDING)).count();
      OptionalInt drained = drained(death.get());
      List<Integer> lost =
          missing.stream()
              .filter(row -> drained.isPresent() || overtaker(row, death.get()).isPresent())
              .toList();
      if (lost.size() > cut) {
        int row = lost.getLast();
        int shown = overtaker(row, death.get()).orElseGet(drained::getAsInt);
        surest.add(
            Observation.LOST_WITH_ITS_RECEIVER,
            Long.MAX_VALUE,
            () -> violation(row, shown, history.faults().indexOf(death.get())));
      }
      return missing.size() <= cut || lost.size() > cut;
    }

    /** Where order is kept, a later message of the sender that the successor had before. */
    private OptionalInt overtaker(int send, FaultRecord death) {
      long missing = operations().message(send);
      return history.profile().is(Promise.ORDER, "none")
          ? OptionalInt.empty()
          : rows(Kind.RECEIVE)
              .filter(row -> operations().begin(row) > death.done())
              .filter(row -> came(row, Outcome.MESSAGE))
              .filter(row -> isBehind(operations().message(row), missing))
              .findFirst();
    }

    private static boolean isBehind(long later, long message) {
      return MessageId.channel(later) == MessageId.channel(message)
          && MessageId.sender(later) == MessageId.sender(message)
          && MessageId.sequence(later) > MessageId.sequence(message);
    }

    /** The fault that struck every receiver that was open then; empty when there is none. */
    private Optional<FaultRecord> death() {
      return history.faults().stream()
          .filter(fault -> fault.landed() && fault.fault().kind() != Fault.Kind.SIGSTOP)
          .filter(
              fault -> {
                List<Integer> before =
                    opened()
                        .filter(row -> operations().begin(row) <= fault.done())
                        .boxed()
                        .toList();
                return !before.isEmpty() && before.stream().allMatch(row -> strikes(fault, row));
              })
          .findFirst();
    }

    private boolean strikes(FaultRecord fault, int row) {
      String target = fault.fault().target();
      return operations().finish(row) < fault.begun()
          && (target.equals(end(row).process()) || target.equals(end(row).name()));
    }

    /** The receive of a successor that waited for long and found nothing, or was told the end. */
    private OptionalInt drained(FaultRecord death) {
      return rows(Kind.RECEIVE)
          .filter(row -> operations().begin(row) > death.done())
          .filter(
              row ->
                  came(row, Outcome.END)
                      || came(row, Outcome.BROKEN) && operations().reason(row) == Reason.PEER_GONE
                      || came(row, Outcome.NOTHING) && waited(row))
          .findFirst();
    }

    private boolean waited(int row) {
      return operations().finish(row) - operations().begin(row) > Stamps.must(history);
    }

    private List<Integer> missing(FaultRecord death) {
      Set<Long> came = new HashSet<>();
      rows(Kind.RECEIVE)
          .filter(row -> came(row, Outcome.MESSAGE))
          .forEach(row -> came.add(operations().message(row)));
      return rows(Kind.SEND)
          .filter(row -> came(row, Outcome.ACCEPTED))
          .filter(row -> operations().finish(row) < death.begun())
          .filter(row -> operations().message(row) != MessageId.NONE)
          .filter(row -> !came.contains(operations().message(row)))
          .boxed()
          .toList();
    }

    private IntStream opened() {
      return rows(Kind.OPEN)
          .filter(row -> came(row, Outcome.DONE))
          .filter(row -> end(row).side() == End.Side.RECEIVER);
    }

    private IntStream rows(Kind kind) {
      return IntStream.range(0, operations().size())
          .filter(row -> operations().kind(row) == kind)
          .filter(row -> end(row).channel().equals(channel));
    }

    private boolean came(int row, Outcome outcome) {
      return operations().outcome(row) == outcome;
    }

    private End end(int row) {
      return history.scenario().ends().get(operations().end(row));
    }

    private Operations operations() {
      return history.operations();
    }

    private Violation violation(int send, int shown, int fault) {
      Words words = new Words(history);
      return new Violation(
          Observation.LOST_WITH_ITS_RECEIVER,
          words.send("m1", send) + ", and then its receiver was killed",
          "its successor receives m1",
          "%s never had it, and received %s %s"
              .formatted(
                  words.end(shown),
                  came(shown, Outcome.MESSAGE) ? "a later message" : "nothing more",
                  words.span(shown)),
          words.ordered(List.of(send, shown)),
          List.of(fault),
          Long.MAX_VALUE);
    }
  }
}
