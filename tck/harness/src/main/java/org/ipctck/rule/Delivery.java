package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipctck.history.Content;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;
import org.ipctck.spi.Promise;
import org.jspecify.annotations.Nullable;

/**
 * A channel as those receivers saw it that share its messages: all of them, or one alone where
 * every message goes to each. Its messages are numbered from 0, by sender and sequence.
 */
final class Delivery {
  final Sends sends;
  final Operations operations;
  final int channel;

  /** The ends that receive. */
  final List<Integer> receivers;

  /** Rows of receives that took a message once more. */
  final Rows again = new Rows();

  /** Rows of receives whose message is not one that was sent on this channel. */
  final Rows strays = new Rows();

  /** Rows of receives that may have taken a message without showing it. */
  final Rows hiding = new Rows();

  /** Rows of receives that came back with nothing, the end, or broken. */
  final Rows others = new Rows();

  /** Rows of receives of messages too short for an id. */
  final Rows shorts = new Rows();

  private final int from;
  private final int[] taken;
  private boolean damaged;

  private Delivery(Sends sends, int channel, List<Integer> receivers) {
    this.sends = sends;
    this.operations = sends.operations;
    this.channel = channel;
    this.receivers = receivers;
    this.from = sends.from(channel);
    this.taken = new int[sends.from(channel + 1) - from];
    Arrays.fill(taken, -1);
  }

  /** Every channel of a history; those without a receiver are left out. */
  static List<Delivery> all(Sends sends) {
    List<Delivery> deliveries = new ArrayList<>();
    @Nullable Delivery[] of = new Delivery[sends.channelOf.length];
    boolean broadcast = sends.history.profile().is(Promise.SHARING, "broadcast");
    for (int channel = 0; channel < sends.history.scenario().channels().size(); channel++) {
      List<Integer> receivers = receivers(sends, channel);
      List<List<Integer>> groups =
          broadcast
              ? receivers.stream().map(List::of).toList()
              : receivers.isEmpty() ? List.of() : List.of(receivers);
      for (List<Integer> group : groups) {
        Delivery delivery = new Delivery(sends, channel, group);
        deliveries.add(delivery);
        group.forEach(end -> of[end] = delivery);
      }
    }
    Operations operations = sends.operations;
    for (int row = 0; row < operations.size(); row++) {
      Delivery delivery = of[operations.end(row)];
      if (delivery != null && operations.kind(row) == Kind.RECEIVE) {
        delivery.note(row);
      }
    }
    deliveries.forEach(delivery -> new Positions(delivery).match());
    return deliveries;
  }

  private static List<Integer> receivers(Sends sends, int channel) {
    List<End> ends = sends.history.scenario().ends();
    List<Integer> receivers = new ArrayList<>();
    for (int end = 0; end < ends.size(); end++) {
      if (sends.channelOf[end] == channel && ends.get(end).side() == End.Side.RECEIVER) {
        receivers.add(end);
      }
    }
    return receivers;
  }

  private void note(int row) {
    Outcome outcome = operations.outcome(row);
    switch (outcome) {
      case MESSAGE -> message(row);
      case PENDING, INTERRUPTED, UNTYPED -> hiding.add(row);
      case NOTHING, END, BROKEN -> others.add(row);
      default -> {}
    }
  }

  private void message(int row) {
    if (operations.content(row) == Content.SHORT) {
      shorts.add(row);
      return;
    }
    damaged |= operations.content(row) != Content.WHOLE;
    int known = sends.message(operations.message(row));
    int message = known - from;
    if (known < 0) {
      damaged = true;
      strays.add(row);
    } else if (message < 0 || message >= taken.length) {
      sends.astray.set(known);
      strays.add(row);
    } else {
      take(message, row);
    }
  }

  /** Says which receive took a message; the earliest counts, every other is one too many. */
  void take(int message, int row) {
    int before = taken[message];
    if (before < 0) {
      taken[message] = row;
    } else if (operations.begin(before) <= operations.begin(row)) {
      again.add(row);
    } else {
      again.add(before);
      taken[message] = row;
    }
  }

  /** Whether something came that cannot be told: it may have been any message. */
  boolean damaged() {
    return damaged;
  }

  /** Says that something came that cannot be told. */
  void damage() {
    damaged = true;
  }

  /** Whether a message was received on another channel. */
  boolean astray(int message) {
    return sends.astray.get(from + message);
  }

  /** How many messages were sent. */
  int size() {
    return taken.length;
  }

  /** The row that sent a message, -1 where a number was left out. */
  int send(int message) {
    return sends.row(from + message);
  }

  /** The row that received a message, -1 when none did. */
  int receive(int message) {
    return taken[message];
  }

  /** The message of this id on this channel, -1 when there is none. */
  int message(long id) {
    int message = sends.message(id) - from;
    return message >= 0 && message < taken.length ? message : -1;
  }

  /** The ends that sent. */
  List<Integer> senders() {
    List<End> ends = sends.history.scenario().ends();
    List<Integer> senders = new ArrayList<>();
    for (int end = 0; end < ends.size(); end++) {
      if (sends.channelOf[end] == channel && ends.get(end).side() == End.Side.SENDER) {
        senders.add(end);
      }
    }
    return senders;
  }

  /** The first message of a sending end, as numbered here. */
  int first(int end) {
    return sends.first(end) - from;
  }

  /** Whether a receive came back with this. */
  boolean came(int row, Outcome outcome) {
    return operations.outcome(row) == outcome;
  }
}
