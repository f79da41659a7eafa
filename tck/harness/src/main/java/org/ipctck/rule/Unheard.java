package org.ipctck.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;
import org.ipctck.spi.Reason;

/** What goes wrong between ends that are open, and that nobody closed or struck. */
final class Unheard {
  private final History history;
  private final Operations operations;
  private final Asked asked;

  Unheard(History history) {
    this.history = history;
    this.operations = history.operations();
    this.asked = new Asked(history);
  }

  End end(int row) {
    return history.scenario().ends().get(operations.end(row));
  }

  boolean is(int row, int end) {
    return operations.end(row) == end;
  }

  IntStream rows() {
    return IntStream.range(0, operations.size());
  }

  /** Rows of other ends of the same channel and side that were open all the while. */
  List<Integer> beside(int row) {
    return open(row, end(row).side());
  }

  /** Rows of ends of the other side of the channel that were open all the while. */
  List<Integer> opposite(int row) {
    boolean sends = end(row).side() == End.Side.SENDER;
    return open(row, sends ? End.Side.RECEIVER : End.Side.SENDER);
  }

  /**
   * Whether somebody of the other side was there all the while; a history made by hand need not
   * show its opens.
   */
  boolean accompanied(int row) {
    return !opposite(row).isEmpty()
        || rows().noneMatch(other -> operations.kind(other) == Kind.OPEN);
  }

  private List<Integer> open(int row, End.Side side) {
    return rows()
        .filter(other -> operations.end(other) != operations.end(row))
        .filter(other -> end(other).channel().equals(end(row).channel()))
        .filter(other -> end(other).side() == side)
        .filter(other -> operations.kind(other) == Kind.OPEN)
        .filter(other -> operations.outcome(other) == Outcome.DONE)
        .filter(other -> operations.finish(other) < operations.begin(row))
        .filter(other -> !asked.struck(operations.end(other)))
        .filter(other -> !closes(operations.end(other), Stamps.finish(history, row)))
        .boxed()
        .toList();
  }

  private boolean closes(int end, long until) {
    return rows()
        .filter(row -> operations.end(row) == end && operations.kind(row) == Kind.CLOSE)
        .anyMatch(row -> operations.begin(row) <= until);
  }

  /** Whether any open end of a channel was closed or struck by a moment. */
  private boolean disturbed(String channel, long until) {
    return rows()
        .filter(row -> end(row).channel().equals(channel))
        .filter(row -> operations.kind(row) == Kind.OPEN)
        .filter(row -> operations.outcome(row) == Outcome.DONE)
        .anyMatch(row -> asked.struck(operations.end(row)) || closes(operations.end(row), until));
  }

  /** A transfer that came out as if a side had gone, though all who opened it are there. */
  boolean brokenForNothing(int row) {
    Outcome outcome = operations.outcome(row);
    Reason reason = operations.reason(row);
    boolean gone = reason == Reason.PEER_GONE || reason == Reason.CLOSED || reason == Reason.STALE;
    boolean bad =
        operations.kind(row) == Kind.SEND && outcome == Outcome.REFUSED && gone
            || operations.kind(row) == Kind.RECEIVE
                && (outcome == Outcome.END || outcome == Outcome.BROKEN);
    return bad && accompanied(row) && !disturbed(end(row).channel(), operations.finish(row));
  }

  /** The receive that waited for long and in vain after a message of the channel was accepted. */
  OptionalInt inVain(int send) {
    String channel = end(send).channel();
    boolean accepted = operations.outcome(send) == Outcome.ACCEPTED;
    boolean came =
        rows()
            .filter(row -> operations.kind(row) == Kind.RECEIVE)
            .anyMatch(row -> operations.message(row) == operations.message(send));
    return !accepted || came
        ? OptionalInt.empty()
        : rows()
            .filter(row -> operations.kind(row) == Kind.RECEIVE)
            .filter(row -> end(row).channel().equals(channel))
            .filter(row -> waitedFor(send, row))
            .filter(row -> !disturbed(channel, Stamps.finish(history, row)))
            .findFirst();
  }

  private boolean waitedFor(int send, int receive) {
    Outcome outcome = operations.outcome(receive);
    long from = Math.max(operations.begin(receive), operations.finish(send));
    return (outcome == Outcome.NOTHING || outcome == Outcome.PENDING)
        && Stamps.finish(history, receive) - from > Stamps.must(history);
  }

  /** Whether a send waited for long although a receiver waited too. */
  boolean stuck(int send) {
    return operations.kind(send) == Kind.SEND
        && Stamps.hangs(history, send)
        && rows().anyMatch(row -> waitsBeside(send, row))
        && !disturbed(end(send).channel(), Stamps.latest(history));
  }

  private boolean waitsBeside(int send, int row) {
    Outcome outcome = operations.outcome(row);
    long from = Math.max(operations.begin(send), operations.begin(row));
    return operations.kind(row) == Kind.RECEIVE
        && end(row).channel().equals(end(send).channel())
        && (outcome == Outcome.NOTHING || outcome == Outcome.PENDING)
        && Stamps.finish(history, row) - from > Stamps.must(history);
  }

  /** Whether a message that was sent by a row came to anybody. */
  boolean came(int send) {
    return operations.kind(send) == Kind.SEND
        && operations.outcome(send) == Outcome.ACCEPTED
        && rows()
            .filter(row -> operations.outcome(row) == Outcome.MESSAGE)
            .anyMatch(row -> operations.message(row) == operations.message(send));
  }

  /** What is wrong with a transfer between ends that are all there, in words. */
  Optional<String> wrong(int row) {
    Words words = new Words(history);
    if (brokenForNothing(row)) {
      return Optional.of(
          "the %s of %s %s came out as %s %s"
              .formatted(
                  operations.kind(row).name().toLowerCase(java.util.Locale.ROOT),
                  words.end(row),
                  words.span(row),
                  operations.outcome(row),
                  operations.reason(row)));
    }
    if (stuck(row)) {
      return Optional.of("the send of %s %s waited".formatted(words.end(row), words.span(row)));
    }
    OptionalInt vain = operations.kind(row) == Kind.SEND ? inVain(row) : OptionalInt.empty();
    return vain.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s was accepted, and %s waited %s in vain"
                .formatted(
                    words.send("m1", row),
                    words.end(vain.getAsInt()),
                    words.span(vain.getAsInt())));
  }
}
