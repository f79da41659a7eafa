package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.ipctck.history.History;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Reason;

/**
 * Draws small histories of one channel with many overlaps and equal stamps: some at random, some by
 * playing a correct model at points within the operations, some of the latter then spoilt.
 */
final class Draw {
  /** A drawn operation, still to be told. */
  static final class Op {
    final String end;
    final boolean send;
    final long sequence;
    long begin;
    long finish;
    Outcome outcome;
    String from = "";
    long message = -1;
    boolean hidden;

    Op(String end, boolean send, long sequence, long begin, long finish) {
      this.end = end;
      this.send = send;
      this.sequence = sequence;
      this.begin = begin;
      this.finish = finish;
      this.outcome = send ? Outcome.ACCEPTED : Outcome.NOTHING;
    }
  }

  /** What the channel is, as the model that fills in the results plays it. */
  enum Model {
    QUEUE,
    PER_SENDER,
    RENDEZVOUS
  }

  private final Random random;
  private final Model model;
  private final int bound;
  private boolean rough;
  private boolean drained;
  private boolean fitting;

  Draw(Random random, Model model, int bound) {
    this.random = random;
    this.model = model;
    this.bound = bound;
  }

  /** Takes random messages more often, so that matching has something to find. */
  Draw rough() {
    rough = true;
    return this;
  }

  /** Ends each history with a try of each receiver that still can. */
  Draw drained() {
    drained = true;
    return this;
  }

  /** Leaves out what other rules are for: messages twice, early, or refused. */
  Draw fitting() {
    fitting = true;
    return this;
  }

  /** Draws the operations of one history. */
  List<Op> operations() {
    List<Op> all = drawn();
    if (drained) {
      drain(all);
    }
    return all;
  }

  private void drain(List<Op> all) {
    for (Op op : all) {
      if (op.outcome == Outcome.PENDING) {
        op.outcome = op.send ? Outcome.UNKNOWN : Outcome.INTERRUPTED;
        op.finish = 30;
      }
    }
    List<String> receivers =
        all.stream().filter(op -> !op.send).map(op -> op.end).distinct().toList();
    long clock = 31;
    for (Op send : List.copyOf(all)) {
      boolean left = send.send && send.outcome == Outcome.ACCEPTED && free(all, send);
      if (left && random.nextInt(10) < 3) {
        Op receive = new Op(receivers.getFirst(), false, 9, clock, clock + 1);
        take(receive, send);
        all.add(receive);
        clock += 2;
      }
    }
    long end = clock;
    receivers.forEach(receiver -> all.add(new Op(receiver, false, 9, end, end + 1)));
  }

  private static boolean free(List<Op> all, Op send) {
    return !send.hidden
        && all.stream().noneMatch(o -> o.message == send.sequence && o.from.equals(send.end));
  }

  private List<Op> drawn() {
    List<Op> all = new ArrayList<>();
    int senders = 2 + random.nextInt(2);
    int receivers = 2 + random.nextInt(2);
    int clock = 8 + random.nextInt(10);
    for (int end = 0; end < senders + receivers; end++) {
      boolean send = end < senders;
      String name = (send ? "s" : "r") + (send ? end : end - senders);
      int count = 1 + random.nextInt(send ? 2 : 3);
      int[] stamps =
          random.ints(0, clock).distinct().limit(Math.min(2 * count, clock)).sorted().toArray();
      for (int place = 0; place + 1 < stamps.length; place += 2) {
        // Sometimes an operation of no length, to have more equal stamps.
        int finish = random.nextInt(8) == 0 ? stamps[place] : stamps[place + 1];
        all.add(new Op(name, send, place / 2, stamps[place], finish));
      }
    }
    unknowns(all);
    switch (random.nextInt(rough ? 5 : 6)) {
      case 0, 1 -> chaos(all);
      case 2 -> play(all);
      default -> {
        play(all);
        spoil(all);
      }
    }
    return all;
  }

  private void unknowns(List<Op> all) {
    for (Op op : all) {
      boolean last = all.stream().noneMatch(o -> o.end.equals(op.end) && o.begin > op.begin);
      if (last && random.nextInt(6) == 0) {
        op.outcome = Outcome.PENDING;
        op.finish = Told.NEVER;
      } else if (op.send && random.nextInt(10) == 0) {
        op.outcome = Outcome.UNKNOWN;
      } else if (op.send && random.nextInt(16) == 0) {
        op.outcome = Outcome.REFUSED;
      }
    }
  }

  private void chaos(List<Op> all) {
    List<Op> sends = all.stream().filter(op -> op.send).toList();
    for (Op op : all) {
      if (!op.send && op.outcome != Outcome.PENDING && random.nextInt(4) > 0) {
        Op send = sends.get(random.nextInt(sends.size()));
        boolean fits =
            free(all, send) && send.outcome != Outcome.REFUSED && send.begin <= op.finish;
        if (fits || !fitting) {
          take(op, send);
        }
      }
    }
  }

  private static void take(Op receive, Op send) {
    receive.outcome = Outcome.MESSAGE;
    receive.from = send.end;
    receive.message = send.sequence;
  }

  private record Point(double at, Op op) {}

  /** Lets each operation take effect at a point within it, on a correct channel. */
  private void play(List<Op> all) {
    List<Point> points = new ArrayList<>();
    for (Op op : all) {
      boolean open = op.outcome == Outcome.PENDING || op.outcome == Outcome.UNKNOWN;
      double until = open ? op.begin + 6 : op.finish;
      points.add(new Point(op.begin + random.nextDouble() * (until - op.begin), op));
    }
    points.sort(Comparator.comparingDouble(Point::at));
    List<Op> inside = new ArrayList<>();
    for (Point point : points) {
      Op op = point.op();
      boolean certain = op.outcome != Outcome.PENDING && op.outcome != Outcome.UNKNOWN;
      if (op.outcome == Outcome.REFUSED || (!certain && random.nextBoolean())) {
        continue;
      }
      if (op.send) {
        put(op, inside);
      } else {
        take(op, inside, all);
      }
    }
    if (model == Model.RENDEZVOUS) {
      all.stream()
          .filter(op -> op.outcome == Outcome.ACCEPTED && free(all, op))
          .forEach(op -> op.outcome = Outcome.REFUSED);
    }
  }

  private void put(Op op, List<Op> inside) {
    if (inside.size() >= bound) {
      op.outcome = op.outcome == Outcome.ACCEPTED ? Outcome.REFUSED : op.outcome;
    } else {
      inside.add(op);
    }
  }

  private void take(Op op, List<Op> inside, List<Op> all) {
    if (model == Model.RENDEZVOUS) {
      meet(op, all);
      return;
    }
    if (inside.isEmpty()) {
      return;
    }
    int place = 0;
    if (model == Model.PER_SENDER) {
      String sender = inside.get(random.nextInt(inside.size())).end;
      while (!inside.get(place).end.equals(sender)) {
        place++;
      }
    }
    Op taken = inside.remove(place);
    if (op.outcome != Outcome.PENDING) {
      take(op, taken);
    }
  }

  private void meet(Op receive, List<Op> all) {
    for (Op send : all) {
      if (send.send
          && free(all, send)
          && send.begin <= receive.finish
          && receive.begin <= send.finish) {
        if (send.outcome == Outcome.REFUSED) {
          send.outcome = Outcome.ACCEPTED;
        }
        if (receive.outcome == Outcome.PENDING) {
          send.hidden = true;
          return;
        }
        take(receive, send);
        return;
      }
    }
  }

  private void spoil(List<Op> all) {
    if (random.nextInt(3) == 0) {
      return;
    }
    List<Op> receives =
        all.stream().filter(op -> !op.send && op.outcome != Outcome.PENDING).toList();
    List<Op> sends = all.stream().filter(op -> op.send).toList();
    if (receives.isEmpty()) {
      return;
    }
    Op one = receives.get(random.nextInt(receives.size()));
    Op other = receives.get(random.nextInt(receives.size()));
    switch (random.nextInt(5)) {
      case 0 -> one.outcome = Outcome.NOTHING;
      case 1 -> take(one, sends.get(random.nextInt(sends.size())));
      default -> swap(one, other);
    }
    if (one.outcome == Outcome.NOTHING) {
      one.message = -1;
    }
  }

  private static void swap(Op one, Op other) {
    String from = one.from;
    long message = one.message;
    Outcome outcome = one.outcome;
    one.from = other.from;
    one.message = other.message;
    one.outcome = other.outcome;
    other.from = from;
    other.message = message;
    other.outcome = outcome;
  }

  /** Tells the operations as a history, its clock this many times slower. */
  static History history(List<Op> all, Profile profile, long scale) {
    return told(all, profile, scale).history();
  }

  static Told told(List<Op> all, Profile profile, long scale) {
    Told told = new Told(profile).channel("c1");
    all.stream()
        .filter(op -> op.send)
        .map(op -> op.end)
        .distinct()
        .forEach(e -> told.sender(e, "c1"));
    all.stream()
        .filter(op -> !op.send)
        .map(op -> op.end)
        .distinct()
        .forEach(e -> told.receiver(e, "c1"));
    for (Op op : all) {
      long begin = op.begin * scale;
      long finish = op.finish == Told.NEVER ? Told.NEVER : op.finish * scale;
      if (op.send) {
        Reason reason = op.outcome == Outcome.REFUSED ? Reason.FULL : Reason.NONE;
        told.send(op.end, op.sequence, begin, finish, op.outcome, reason, 64);
      } else if (op.outcome == Outcome.MESSAGE) {
        told.receive(op.end, begin, finish, told.id(op.from, op.message));
      } else {
        told.received(op.end, begin, finish, op.outcome, Reason.NONE);
      }
    }
    return told;
  }

  /** The greatest number of operations open at one moment. */
  static int overlap(List<Op> all) {
    int most = 0;
    for (Op at : all) {
      int open =
          (int) all.stream().filter(o -> o.begin <= at.begin && at.begin <= o.finish).count();
      most = Math.max(most, open);
    }
    return most;
  }

  /** Whether two operations of different ends have a stamp in common. */
  static boolean ties(List<Op> all) {
    return all.stream()
        .anyMatch(
            one ->
                all.stream()
                    .anyMatch(
                        o ->
                            !o.end.equals(one.end)
                                && (o.begin == one.finish || o.begin == one.begin)));
  }
}
