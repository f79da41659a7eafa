package org.ipctck.benchmark.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Senders are killed, or stopped and continued, beside a sender and a receiver that live on. */
final class SenderBlows {
  private static final List<String> POINTS =
      List.of("claim", "claimed", "copy", "commit", "notify", "signalled");

  /** So many messages later every cell of the ring was used again. */
  private static final int A_LAP = 32;

  private static final long STOPPED_NANOS = 100_000_000;

  private final Rounds rounds;
  private final List<Stream> streams = new ArrayList<>();

  private SenderBlows(Rounds rounds) throws Exception {
    this.rounds = rounds;
    for (int line = 0; line < rounds.channels; line++) {
      streams.add(new Stream(rounds.directory, line, rounds.tally));
    }
  }

  /** Kills processes, each with a sender on every channel. */
  static void kill(Rounds rounds, Victims victims, int processes) throws Exception {
    SenderBlows blows = new SenderBlows(rounds);
    for (int round = 0; round < processes; round++) {
      String point = Rounds.moment(POINTS, round);
      rounds.ledger.clear(rounds.channels);
      Process victim = victims.next(rounds.line("send", round + 1, point));
      rounds.moment(point, 0);
      victim.destroyForcibly().waitFor();
      blows.afterDeath(round + 1);
    }
    blows.close();
  }

  private void afterDeath(int name) {
    long death = System.nanoTime();
    int within = 0;
    long[] target = streams.stream().mapToLong(stream -> stream.begun() + A_LAP).toArray();
    for (int line = 0; line < rounds.channels; line++) {
      int own = line;
      if (!Rounds.eventually(() -> streams.get(own).last(Stream.SURVIVOR) >= target[own])) {
        rounds.tally.wrong("channel " + own + " is blocked after a death");
      }
      rounds.tally.waited(System.nanoTime() - death);
      within += account(own, name) ? 1 : 0;
    }
    rounds.tally.struck(rounds.channels, within);
  }

  /** Compares what a sender had done with what came; whether it died within a send. */
  private boolean account(int line, int name) {
    long begun = rounds.ledger.get(line, Ledger.BEGUN);
    long accepted = rounds.ledger.get(line, Ledger.ACCEPTED);
    long received = streams.get(line).last(name);
    boolean wrong =
        rounds.ledger.get(line, Ledger.REFUSED) + rounds.ledger.get(line, Ledger.WRONG) > 0;
    if (received < accepted || received > begun || wrong) {
      rounds.tally.wrong(
          "sender %d had begun %d and got %d accepted, %d were received"
              .formatted(name, begun, accepted, received));
    }
    return begun > accepted;
  }

  /** Stops one process with a sender on every channel again and again. */
  static void stop(Rounds rounds, Victims victims, int stops) throws Exception {
    SenderBlows blows = new SenderBlows(rounds);
    int each = (stops + POINTS.size()) / (POINTS.size() + 1);
    for (int turn = 0; turn <= POINTS.size(); turn++) {
      blows.stops(victims, turn + 1, Rounds.moment(POINTS, turn), each);
    }
    blows.close();
  }

  private void stops(Victims victims, int name, String point, int count) throws Exception {
    rounds.ledger.clear(rounds.channels);
    Process victim = victims.next(rounds.line("send", name, point));
    for (int stop = 0; stop < count; stop++) {
      rounds.moment(point, goneOn());
      Victims.signal(victim, "STOP");
      LockSupport.parkNanos(STOPPED_NANOS);
      rounds.tally.struck(rounds.channels, within());
      Victims.signal(victim, "CONT");
      for (int line = 0; line < rounds.channels; line++) {
        rounds.ledger.set(line, Ledger.GO_ON, rounds.ledger.get(line, Ledger.STANDS_AT));
      }
    }
    victim.outputWriter().close();
    victim.waitFor();
    for (int line = 0; line < rounds.channels; line++) {
      int own = line;
      Rounds.eventually(
          () -> streams.get(own).last(name) >= rounds.ledger.get(own, Ledger.ACCEPTED));
      account(line, name);
    }
  }

  /** The least passage that every end may go on to. */
  private long goneOn() {
    long least = Long.MAX_VALUE;
    for (int line = 0; line < rounds.channels; line++) {
      least = Math.min(least, rounds.ledger.get(line, Ledger.GO_ON));
    }
    return least;
  }

  private int within() {
    int within = 0;
    for (int line = 0; line < rounds.channels; line++) {
      boolean in = rounds.ledger.get(line, Ledger.BEGUN) > rounds.ledger.get(line, Ledger.ACCEPTED);
      within += in ? 1 : 0;
    }
    return within;
  }

  private void close() throws Exception {
    for (Stream stream : streams) {
      stream.close();
    }
    try {
      rounds.nothingIsLeft();
    } catch (IOException e) {
      rounds.tally.wrong("the directory cannot be read: " + e);
    }
  }
}
