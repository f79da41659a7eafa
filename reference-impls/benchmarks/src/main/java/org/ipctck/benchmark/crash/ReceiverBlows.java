package org.ipctck.benchmark.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Receivers are killed, or stopped and continued, under two senders that live on. */
final class ReceiverBlows {
  private static final List<String> POINTS = List.of("take", "deliver");
  private static final int SENDERS = 2;
  private static final long STOPPED_NANOS = 100_000_000;

  private final Rounds rounds;
  private final List<Feeder> feeders = new ArrayList<>();

  private ReceiverBlows(Rounds rounds) {
    this.rounds = rounds;
    rounds.ledger.clear(rounds.channels);
    for (int line = 0; line < rounds.channels; line++) {
      for (int name = 0; name < SENDERS; name++) {
        feeders.add(new Feeder(rounds.directory, line, name, rounds.tally));
      }
    }
  }

  /** Kills processes, each with the receiver of every channel; successors take over. */
  static void kill(Rounds rounds, Victims victims, int processes) throws Exception {
    ReceiverBlows blows = new ReceiverBlows(rounds);
    for (int round = 0; round < processes; round++) {
      String point = Rounds.moment(POINTS, round);
      Process victim = victims.next(rounds.line("receive", 0, point));
      rounds.moment(point, 0);
      long blow = System.nanoTime();
      victim.destroyForcibly().waitFor();
      blows.afterDeath(blow, System.nanoTime());
    }
    blows.finish(victims.next(rounds.line("receive", 0, Rounds.RANDOM)));
  }

  private void afterDeath(long blow, long death) {
    for (Feeder feeder : feeders) {
      if (!Rounds.eventually(() -> feeder.told() - blow > 0 || !feeder.isAttached())) {
        rounds.tally.wrong("a sender was never told that its receiver is gone");
      }
      if (feeder.told() - blow > 0) {
        rounds.tally.waited(Math.max(0, feeder.told() - death));
      }
    }
    int within = 0;
    for (int line = 0; line < rounds.channels; line++) {
      within += rounds.ledger.get(line, Ledger.STANDS_AT) > 0 ? 1 : 0;
      rounds.ledger.set(line, Ledger.STANDS_AT, 0);
    }
    rounds.tally.struck(rounds.channels, within);
  }

  /** Stops one process with the receiver of every channel again and again. */
  static void stop(Rounds rounds, Victims victims, int stops) throws Exception {
    ReceiverBlows blows = new ReceiverBlows(rounds);
    Process victim = victims.next(rounds.line("receive", 0, Rounds.RANDOM));
    for (int stop = 0; stop < stops; stop++) {
      rounds.moment(Rounds.RANDOM, 0);
      Victims.signal(victim, "STOP");
      LockSupport.parkNanos(STOPPED_NANOS);
      rounds.tally.struck(rounds.channels, 0);
      Victims.signal(victim, "CONT");
    }
    if (blows.feeders.stream().anyMatch(feeder -> feeder.told() != 0)) {
      rounds.tally.wrong("a sender was told that its receiver is gone, which was only stopped");
    }
    blows.finish(victim);
  }

  /** Lets the last receiver drain everything, and compares. */
  private void finish(Process last) throws Exception {
    // A sender that came after all others have closed would wait for another receiver.
    long[] before = feeders.stream().mapToLong(Feeder::accepted).toArray();
    for (int at = 0; at < feeders.size(); at++) {
      int own = at;
      Rounds.eventually(() -> feeders.get(own).accepted() > before[own]);
    }
    feeders.forEach(Feeder::finish);
    for (int at = 0; at < feeders.size(); at++) {
      Feeder feeder = feeders.get(at);
      int line = at / SENDERS;
      int column = Ledger.RECEIVED + at % SENDERS;
      feeder.close();
      if (!Rounds.eventually(() -> rounds.ledger.get(line, column) == feeder.accepted())) {
        rounds.tally.wrong(
            "channel %d: %d accepted, %d received last"
                .formatted(line, feeder.accepted(), rounds.ledger.get(line, column)));
      }
    }
    last.outputWriter().close();
    last.waitFor();
    for (int line = 0; line < rounds.channels; line++) {
      rounds.tally.inFlight(rounds.ledger.get(line, Ledger.IN_FLIGHT));
      if (rounds.ledger.get(line, Ledger.WRONG) > 0) {
        rounds.tally.wrong("channel " + line + ": torn, repeated or lost after a takeover");
      }
      for (int name = 0; name < SENDERS; name++) {
        rounds.tally.messages(rounds.ledger.get(line, Ledger.RECEIVED + name));
      }
    }
    rounds.nothingIsLeft();
  }
}
