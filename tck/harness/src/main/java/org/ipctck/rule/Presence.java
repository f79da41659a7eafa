package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.rule.Lives.Ending;
import org.ipctck.rule.Lives.Life;
import org.ipctck.scenario.End;

/** Who was there for the whole of an operation. */
record Presence(History history, Lives lives) {

  /** Whether an end of the other side was open throughout an operation. */
  boolean lastsBeside(int row) {
    Operations operations = history.operations();
    List<End> ends = history.scenario().ends();
    End own = ends.get(operations.end(row));
    for (int end = 0; end < ends.size(); end++) {
      End other = ends.get(end);
      if (other.channel().equals(own.channel())
          && other.side() != own.side()
          && lasts(end, operations.begin(row), Stamps.finish(history, row))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an end was open from one moment to another. */
  boolean lasts(int end, long begin, long finish) {
    Life life = lives.at(end, begin);
    return life.lived() && life.opened() < begin && life.from() > finish;
  }

  /** Whether a sender that opened found a free place, a receiver, and another sender. */
  boolean welcome(int row) {
    Operations operations = history.operations();
    List<End> ends = history.scenario().ends();
    End own = ends.get(operations.end(row));
    int taken = 0;
    boolean beside = false;
    for (int end = 0; end < ends.size(); end++) {
      End other = ends.get(end);
      boolean same = other.channel().equals(own.channel()) && other.side() == own.side();
      if (same && end != operations.end(row)) {
        taken += counts(end, row) ? 1 : 0;
        beside |= lasts(end, operations.begin(row), Stamps.finish(history, row));
      }
    }
    boolean free = taken < history.scenario().channel(own.channel()).senders();
    return own.side() == End.Side.SENDER && free && beside && lastsBeside(row);
  }

  /** Whether an end may have had a place when another one opened: the dead give it back later. */
  private boolean counts(int end, int row) {
    Operations operations = history.operations();
    return lives.of(end).stream()
        .anyMatch(
            life ->
                life.lived()
                    && life.opening() < Stamps.finish(history, row)
                    && !(life.ending() == Ending.CLOSED && life.until() < operations.begin(row)));
  }

  /** Whether no life of an end was ended by a blow. */
  boolean unhurt(int end) {
    return lives.of(end).stream().noneMatch(life -> life.ending() == Ending.KILLED);
  }
}
