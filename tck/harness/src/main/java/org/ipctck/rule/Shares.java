package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;

/**
 * While all senders of a channel press on it, each gets at least the declared part of its share.
 */
public final class Shares implements Rule {
  /** A hundredth where nothing is declared: less than that is nothing. */
  private static final double LEAST = 0.01;

  /** A process may be kept from a busy processor for tens of milliseconds. */
  private static final long WINDOW_NANOS = 150_000_000;

  private static final int ENOUGH_EACH = 50;

  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    String undecided = "";
    for (int channel = 0; channel < history.scenario().channels().size(); channel++) {
      String name = history.scenario().channels().get(channel).name();
      List<Integer> senders = senders(history, name);
      if (senders.size() > 1) {
        String why = new Window(history, name, senders).judge(surest);
        undecided = why.isEmpty() ? undecided : why;
      }
    }
    return surest.finding(undecided);
  }

  private static List<Integer> senders(History history, String channel) {
    List<End> ends = history.scenario().ends();
    return IntStream.range(0, ends.size())
        .filter(end -> ends.get(end).side() == End.Side.SENDER)
        .filter(end -> ends.get(end).channel().equals(channel))
        .boxed()
        .toList();
  }

  /** From when the last sender has begun until the first one is done. */
  private static final class Window {
    private final History history;
    private final Operations operations;
    private final String channel;
    private final List<Integer> senders;
    private final long from;
    private final long until;

    Window(History history, String channel, List<Integer> senders) {
      this.history = history;
      this.operations = history.operations();
      this.channel = channel;
      this.senders = senders;
      this.from = senders.stream().mapToLong(this::begun).max().orElse(0);
      this.until = senders.stream().mapToLong(this::done).min().orElse(0);
    }

    private IntStream sends(int end) {
      return IntStream.range(0, operations.size())
          .filter(row -> operations.end(row) == end && operations.kind(row) == Kind.SEND);
    }

    private long begun(int end) {
      return sends(end).mapToLong(operations::begin).min().orElse(Long.MAX_VALUE);
    }

    private long done(int end) {
      return sends(end).mapToLong(row -> Stamps.finish(history, row)).max().orElse(Long.MIN_VALUE);
    }

    /** How many of a sender were accepted in the window. */
    private long accepted(int end) {
      return sends(end)
          .filter(row -> operations.outcome(row) == Outcome.ACCEPTED)
          .filter(row -> operations.finish(row) > from && operations.finish(row) <= until)
          .count();
    }

    /** For how long a sender was within a send. */
    private long pressing(int end) {
      return sends(end)
          .mapToLong(
              row ->
                  Math.min(Stamps.finish(history, row), until)
                      - Math.max(operations.begin(row), from))
          .filter(overlap -> overlap > 0)
          .sum();
    }

    /** Why nothing can be said, empty when it can. */
    String judge(Surest surest) {
      long least = (long) (WINDOW_NANOS * history.calibration()) + 4 * history.stalls();
      long[] accepted = senders.stream().mapToLong(this::accepted).toArray();
      long total = Arrays.stream(accepted).sum();
      if (until - from < least || total < (long) ENOUGH_EACH * senders.size()) {
        return "the senders of %s did not press on it together for long enough".formatted(channel);
      }
      if (senders.stream().anyMatch(end -> 2 * pressing(end) < until - from)) {
        return "a sender of %s did other things for most of the time".formatted(channel);
      }
      for (int place = 0; place < accepted.length; place++) {
        if (accepted[place] < share() * total / accepted.length) {
          int end = senders.get(place);
          surest.add(Observation.NO_SHARE, Long.MAX_VALUE, () -> violation(end, accepted, total));
        }
      }
      return "";
    }

    private double share() {
      String declared = history.profile().declarations().getOrDefault("share", "");
      return declared.matches("\\d{1,3} ?%")
          ? Integer.parseInt(declared.replaceAll("\\D", "")) / 100.0
          : LEAST;
    }

    private Violation violation(int end, long[] accepted, long total) {
      Words words = new Words(history);
      List<Integer> witness = new ArrayList<>();
      for (int sender : senders) {
        sends(sender)
            .filter(row -> operations.finish(row) > from)
            .findFirst()
            .ifPresent(witness::add);
      }
      return new Violation(
          Observation.NO_SHARE,
          "%d senders press on channel %s from %s to %s, with %d messages accepted of all"
              .formatted(senders.size(), channel, words.ms(from), words.ms(until), total),
          "each gets at least %s of its share of %d"
              .formatted(Math.round(share() * 100) + " %", total / senders.size()),
          "%s got %d"
              .formatted(history.scenario().ends().get(end).name(), accepted[senders.indexOf(end)]),
          words.ordered(witness),
          List.of(),
          Long.MAX_VALUE);
    }
  }
}
