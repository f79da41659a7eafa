package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Reason;

/**
 * A small drawn history of senders that close, are killed or stay, and of those who wait for them.
 */
record Fates(List<Fate> senders, List<Wait> waits) {
  /** How a sender goes; {@code kind} is 0 for never, 1 for a close, 2 for a kill. */
  record Fate(int kind, int sendBegin, int sendFinish, int from, int until) {}

  /** A receive; {@code from} is the sender whose message came, -1 for none. */
  record Wait(int receiver, int begin, int finish, Outcome outcome, Reason reason, int from) {}

  private static final int CLOCK = 16;
  private static final int AGAIN = 200;

  /** Draws one; again and again, until one in three is wrong and the others are not. */
  static Fates draw(Random random, Predicate<Fates> wrong) {
    boolean wanted = random.nextInt(3) == 0;
    Fates fates = once(random);
    for (int again = 0; again < AGAIN && wrong.test(fates) != wanted; again++) {
      fates = once(random);
    }
    return fates;
  }

  private static Fates once(Random random) {
    List<Fate> senders = new ArrayList<>();
    boolean allGo = random.nextInt(4) > 0;
    for (int sender = 0; sender < 3; sender++) {
      int[] stamps = random.ints(4, 0, CLOCK).sorted().toArray();
      int kind = allGo ? 1 + random.nextInt(2) : random.nextInt(3);
      int until = Math.min(stamps[3], stamps[2] + 3);
      senders.add(new Fate(kind, stamps[0], stamps[1], stamps[2], until));
    }
    List<Wait> waits = new ArrayList<>();
    int message = random.nextInt(4) - 1;
    for (int receiver = 0; receiver < 2; receiver++) {
      int[] stamps = random.ints(4, 0, CLOCK + 14).sorted().toArray();
      boolean two = random.nextBoolean();
      waits.add(wait(random, receiver, stamps[0], stamps[two ? 1 : 3]));
      int from = receiver == 0 ? message : -1;
      if (two && from >= 0 && from < 3 && senders.get(from).sendBegin() <= stamps[3]) {
        waits.add(new Wait(0, stamps[2], stamps[3], Outcome.MESSAGE, Reason.NONE, from));
      } else if (two) {
        waits.add(wait(random, receiver, stamps[2], stamps[3]));
      }
    }
    return new Fates(senders, waits);
  }

  private static Wait wait(Random random, int receiver, int begin, int finish) {
    return switch (random.nextInt(3)) {
      case 0 -> new Wait(receiver, begin, finish, Outcome.NOTHING, Reason.TIMEOUT, -1);
      case 1 -> new Wait(receiver, begin, finish, Outcome.END, Reason.NONE, -1);
      default -> new Wait(receiver, begin, finish, Outcome.BROKEN, Reason.PEER_GONE, -1);
    };
  }

  /** Tells it, a tick being so many nanoseconds. */
  Told told(Profile profile, long tick) {
    Told told = new Told(profile).channel("c1");
    for (int sender = 0; sender < senders.size(); sender++) {
      told.sender("s" + sender, "c1");
    }
    told.receiver("r0", "c1").receiver("r1", "c1");
    for (int sender = 0; sender < senders.size(); sender++) {
      Fate fate = senders.get(sender);
      told.accepted("s" + sender, 0, fate.sendBegin() * tick, fate.sendFinish() * tick);
      if (fate.kind() == 1) {
        told.close("s" + sender, fate.from() * tick, fate.until() * tick);
      } else if (fate.kind() == 2) {
        told.fault(Fault.Kind.SIGKILL, "s" + sender, fate.from() * tick, fate.until() * tick);
      }
    }
    for (Wait wait : waits) {
      String end = "r" + wait.receiver();
      long begin = wait.begin() * tick;
      long finish = wait.finish() * tick;
      if (wait.outcome() == Outcome.MESSAGE) {
        told.receive(end, begin, finish, told.id("s" + wait.from(), 0));
      } else {
        told.received(end, begin, finish, wait.outcome(), wait.reason());
      }
    }
    return told;
  }

  /** The greatest number of operations and blows under way at one moment. */
  int overlap() {
    int most = 0;
    for (int tick = 0; tick < CLOCK + 14; tick++) {
      int at = tick;
      long open =
          senders.stream().filter(f -> f.sendBegin() <= at && at <= f.sendFinish()).count()
              + senders.stream()
                  .filter(f -> f.kind() > 0 && f.from() <= at && at <= f.until())
                  .count()
              + waits.stream().filter(w -> w.begin() <= at && at <= w.finish()).count();
      most = Math.max(most, (int) open);
    }
    return most;
  }

  /** Whether a wait begins or ends with a going. */
  boolean tied() {
    return waits.stream()
        .anyMatch(
            w ->
                senders.stream()
                    .anyMatch(
                        f ->
                            w.begin() == f.until()
                                || w.finish() == f.from()
                                || w.finish() == f.until()));
  }

  /** Whether some choice of the moments at which senders went, each within its span, fits. */
  boolean some(Predicate<int[]> fits) {
    return some(fits, new int[senders.size()], 0);
  }

  private boolean some(Predicate<int[]> fits, int[] moments, int sender) {
    if (sender == moments.length) {
      return fits.test(moments);
    }
    Fate fate = senders.get(sender);
    if (fate.kind() == 0) {
      moments[sender] = Integer.MAX_VALUE;
      return some(fits, moments, sender + 1);
    }
    for (int moment = fate.from(); moment <= fate.until(); moment++) {
      moments[sender] = moment;
      if (some(fits, moments, sender + 1)) {
        return true;
      }
    }
    return false;
  }
}
