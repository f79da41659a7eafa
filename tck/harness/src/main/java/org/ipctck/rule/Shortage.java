package org.ipctck.rule;

import java.util.function.Predicate;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Sight;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Move;
import org.ipctck.spi.Promise;

/** When a process lacked what it needs, as the kit took it away and gave it back. */
final class Shortage {
  private final History history;
  private final Operations operations;
  private final Unheard unheard;

  Shortage(History history) {
    this.history = history;
    this.operations = history.operations();
    this.unheard = new Unheard(history);
  }

  /** Whether the process of an operation lacked something all the while. */
  boolean lacks(int row) {
    long taken = latest(deed -> takes(row, deed), operations.begin(row));
    boolean lacked = taken > Long.MIN_VALUE || ofDisk(row);
    return lacked && !gives(row, taken, Stamps.finish(history, row));
  }

  /** Whether the process had lacked something, and had it again before the operation began. */
  boolean over(int row) {
    long given = latest(deed -> gives(row, deed), operations.begin(row));
    long taken = latest(deed -> takes(row, deed), Long.MAX_VALUE);
    return given > Long.MIN_VALUE && taken < given;
  }

  /** Whether its process has a disk of its own without room. */
  boolean ofDisk(int row) {
    return history.scenario().around(process(row)).stream()
        .anyMatch(each -> each instanceof Condition.SmallDisk);
  }

  /** Whether an open could have succeeded: nobody has to come first, and its place was free. */
  boolean possible(int row) {
    End end = unheard.end(row);
    boolean sends = end.side() == End.Side.SENDER;
    boolean last = history.profile().is(Promise.OPENS, sends ? "receiver-first" : "sender-first");
    ChannelPlan plan = history.scenario().channel(end.channel());
    return (!last || !unheard.opposite(row).isEmpty())
        && unheard.beside(row).size() < (sends ? plan.senders() : plan.receivers());
  }

  private String process(int row) {
    return unheard.end(row).process();
  }

  private boolean takes(int row, Move.Deed deed) {
    return deed instanceof Move.Starve starve && starve.process().equals(process(row));
  }

  private boolean gives(int row, Move.Deed deed) {
    return deed instanceof Move.Feed feed && feed.process().equals(process(row));
  }

  /** When the latest of these deeds was over that was over by a moment. */
  private long latest(Predicate<Move.Deed> which, long until) {
    return history.scenario().moves().stream()
        .filter(move -> which.test(move.deed()))
        .flatMap(move -> history.sight(move.name()).stream())
        .mapToLong(Sight::done)
        .filter(done -> done < until)
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /** Whether it was given back, or may have been, between two moments. */
  private boolean gives(int row, long after, long until) {
    return history.scenario().moves().stream()
        .filter(move -> gives(row, move.deed()))
        .flatMap(move -> history.sight(move.name()).stream())
        .anyMatch(sight -> sight.done() > after && sight.begun() <= until);
  }
}
