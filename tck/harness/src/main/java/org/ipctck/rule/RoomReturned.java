package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.End;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/**
 * A channel that took as much as it granted takes as much again, whatever its receivers left or
 * failed on. A channel that never took so much is another matter.
 */
public final class RoomReturned implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    boolean compared = false;
    for (int end = 0; end < history.scenario().ends().size(); end++) {
      End plan = history.scenario().ends().get(end);
      Capacity granted = history.capacities().get(plan.channel());
      if (granted != null
          && granted.unit() != Capacity.Unit.UNBOUNDED
          && plan.side() == End.Side.SENDER
          && alone(history, plan)) {
        compared |= new Fills(history, end, granted).judge(surest);
      }
    }
    return surest.finding(compared ? "" : "no channel was filled again when it was surely empty");
  }

  private static boolean alone(History history, End sender) {
    return history.scenario().ends().stream()
            .filter(other -> other.channel().equals(sender.channel()))
            .filter(other -> other.side() == End.Side.SENDER)
            .count()
        == 1;
  }

  /** What one sender got into its channel between two moments at which it was empty. */
  private static final class Fills {
    private final History history;
    private final Operations operations;
    private final Capacity granted;
    private final List<Integer> sender = new ArrayList<>();
    private final List<Integer> receivers = new ArrayList<>();

    Fills(History history, int end, Capacity granted) {
      this.history = history;
      this.operations = history.operations();
      this.granted = granted;
      List<End> ends = history.scenario().ends();
      for (int row = 0; row < operations.size(); row++) {
        End other = ends.get(operations.end(row));
        if (operations.end(row) == end) {
          sender.add(row);
        } else if (other.channel().equals(ends.get(end).channel())) {
          receivers.add(row);
        }
      }
    }

    /** Judges every fill by the first; whether there was another. */
    boolean judge(Surest surest) {
      int from = 0;
      boolean compared = false;
      boolean began = false;
      OptionalInt first = OptionalInt.empty();
      for (int place = 0; place <= sender.size(); place++) {
        boolean over = place == sender.size() || empties(from, place);
        if (over && hasSend(from, place)) {
          OptionalInt refused = tooLittle(from, place);
          if (!began) {
            began = true;
            first = refused;
          } else if (first.isEmpty()) {
            compared = true;
            refused.ifPresent(
                row ->
                    surest.add(
                        Observation.ROOM_NOT_RETURNED, Long.MAX_VALUE, () -> violation(row)));
          }
        }
        from = over ? place : from;
      }
      return compared;
    }

    private boolean hasSend(int from, int until) {
      return sender.subList(from, until).stream()
          .anyMatch(row -> operations.kind(row) == Kind.SEND);
    }

    /** Whether the channel was certainly empty before the row at this place. */
    private boolean empties(int from, int place) {
      int row = sender.get(place);
      boolean opens = operations.kind(row) == Kind.OPEN && freshByRound();
      boolean sends = operations.kind(row) == Kind.SEND;
      long before = place == 0 ? Long.MIN_VALUE : operations.finish(sender.get(place - 1));
      return place > from && (opens || sends && seenEmpty(before, operations.begin(row)));
    }

    /** Whether each round closes every end, and nothing outlives its receiver. */
    private boolean freshByRound() {
      boolean outlives =
          history.profile().is(Promise.ACCEPTANCE, "survives-receiver")
              || history.profile().is(Promise.ACCEPTANCE, "both");
      return !outlives
          && history.scenario().ends().stream()
              .allMatch(
                  end ->
                      history.scenario().steps().stream()
                          .anyMatch(
                              step ->
                                  step.end().equals(end.name())
                                      && step.action() instanceof Action.Close));
    }

    /** Whether a receiver found nothing after one send was over and before another began. */
    private boolean seenEmpty(long from, long until) {
      return history.profile().is(Promise.EMPTINESS, "exact")
          && receivers.stream()
              .filter(row -> operations.outcome(row) == Outcome.NOTHING)
              .anyMatch(row -> operations.begin(row) > from && operations.finish(row) < until);
    }

    /** The refusal of a message for which there was room. */
    private OptionalInt tooLittle(int from, int until) {
      long taken = 0;
      for (int row : sender.subList(from, until)) {
        if (operations.kind(row) != Kind.SEND) {
          continue;
        }
        boolean refused = operations.outcome(row) == Outcome.REFUSED;
        if (refused && operations.reason(row) == Reason.FULL && taken + weight(row) <= room()) {
          return OptionalInt.of(row);
        }
        taken += refused ? 0 : weight(row);
      }
      return IntStream.empty().findFirst();
    }

    private long room() {
      return granted.atLeast();
    }

    private long weight(int row) {
      return granted.unit() == Capacity.Unit.BYTES
          ? (long) operations.bytes(row) + granted.overheadPerMessage()
          : 1;
    }

    private Violation violation(int row) {
      Words words = new Words(history);
      return new Violation(
          Observation.ROOM_NOT_RETURNED,
          "channel %s, which granted room for at least %d and had it at first"
              .formatted(words.channel(row), room()),
          "it has that room again once it is empty",
          "it refused " + words.send("m1", row) + " with less than that in it",
          List.of(row),
          List.of(),
          Long.MAX_VALUE);
    }
  }
}
