package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.Outcome;

/** Decides by trying every pairing whether each message passed at a meeting of two operations. */
final class RendezvousOracle {
  private final List<Draw.Op> ops;

  RendezvousOracle(List<Draw.Op> ops) {
    this.ops = ops;
  }

  boolean explained() {
    return from(0, 0);
  }

  /** Pairs the sends from one on with the receives that are not yet used. */
  private boolean from(int place, int used) {
    if (place == ops.size()) {
      return leftOver(used);
    }
    Draw.Op send = ops.get(place);
    if (!send.send) {
      return from(place + 1, used);
    }
    if (send.outcome != Outcome.ACCEPTED && from(place + 1, used)) {
      return true;
    }
    if (send.outcome == Outcome.REFUSED) {
      return false;
    }
    for (int other = 0; other < ops.size(); other++) {
      if ((used & 1 << other) == 0
          && fits(send, ops.get(other))
          && from(place + 1, used | 1 << other)) {
        return true;
      }
    }
    return false;
  }

  private boolean leftOver(int used) {
    for (int place = 0; place < ops.size(); place++) {
      if (ops.get(place).outcome == Outcome.MESSAGE && (used & 1 << place) == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(Draw.Op send, Draw.Op receive) {
    long until = send.outcome == Outcome.ACCEPTED ? send.finish : Told.NEVER;
    boolean meet = Math.max(send.begin, receive.begin) <= Math.min(until, receive.finish);
    boolean itself = receive.from.equals(send.end) && receive.message == send.sequence;
    return !receive.send
        && meet
        && (receive.outcome == Outcome.PENDING || (receive.outcome == Outcome.MESSAGE && itself));
  }
}
