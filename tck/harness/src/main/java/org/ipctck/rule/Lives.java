package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;

/** From when to when each end was open, and what ended it. */
final class Lives {
  /** What ended the life of an end. */
  enum Ending {
    NONE,
    CLOSED,
    KILLED
  }

  /**
   * One incarnation of an end.
   *
   * @param end its index
   * @param opening stamp before it was opened
   * @param opened stamp after it was opened
   * @param ending what ended it
   * @param from stamp before its ending, {@link Operations#NEVER} when it has none
   * @param until stamp after its ending
   * @param row the row of its close, -1 when a fault ended it
   * @param fault the index of the fault that ended it, -1 when none did
   */
  record Life(
      int end,
      long opening,
      long opened,
      Ending ending,
      long from,
      long until,
      int row,
      int fault) {

    /** Whether it was ever open. */
    boolean lived() {
      return opened != Operations.NEVER;
    }

    private Life endedBy(Ending how, long begin, long finish, int closeRow, int faultIndex) {
      return new Life(end, opening, opened, how, begin, finish, closeRow, faultIndex);
    }
  }

  private final List<List<Life>> lives = new ArrayList<>();

  Lives(Sends sends) {
    History history = sends.history;
    for (int end = 0; end < history.scenario().ends().size(); end++) {
      lives.add(new ArrayList<>());
    }
    // A history cut out of another, or made by hand, need not show its opens.
    boolean shown = false;
    for (int place = 0; place < sends.lifecycle.size(); place++) {
      shown |= sends.operations.kind(sends.lifecycle.get(place)) == Kind.OPEN;
      note(sends.operations, sends.lifecycle.get(place));
    }
    for (int end = 0; end < lives.size(); end++) {
      if (lives.get(end).isEmpty()) {
        lives
            .get(end)
            .add(
                shown && !sends.acted[end]
                    ? never(end)
                    : opened(end, Long.MIN_VALUE, Long.MIN_VALUE));
      }
      for (int fault = 0; fault < history.faults().size(); fault++) {
        strike(history, end, fault);
      }
    }
  }

  private static Life opened(int end, long begin, long finish) {
    return new Life(end, begin, finish, Ending.NONE, Operations.NEVER, Operations.NEVER, -1, -1);
  }

  private static Life never(int end) {
    return new Life(
        end,
        Long.MIN_VALUE,
        Operations.NEVER,
        Ending.CLOSED,
        Long.MIN_VALUE,
        Long.MIN_VALUE,
        -1,
        -1);
  }

  private void note(Operations operations, int row) {
    List<Life> of = lives.get(operations.end(row));
    long begin = operations.begin(row);
    if (operations.kind(row) == Kind.OPEN) {
      Life life = opened(operations.end(row), begin, operations.finish(row));
      of.add(operations.outcome(row) == Outcome.DONE ? life : never(operations.end(row)));
      return;
    }
    if (of.isEmpty()) {
      of.add(opened(operations.end(row), Long.MIN_VALUE, Long.MIN_VALUE));
    }
    Life last = of.getLast();
    if (last.ending() == Ending.NONE) {
      of.set(of.size() - 1, last.endedBy(Ending.CLOSED, begin, operations.finish(row), row, -1));
    }
  }

  private void strike(History history, int end, int index) {
    FaultRecord record = history.faults().get(index);
    Fault fault = record.fault();
    var plan = history.scenario().ends().get(end);
    boolean abandoned = fault.kind() == Fault.Kind.ABANDON && fault.target().equals(plan.name());
    boolean struck = fault.kind() != Fault.Kind.ABANDON && fault.target().equals(plan.process());
    if (!record.landed() || fault.kind() == Fault.Kind.SIGSTOP || !(abandoned || struck)) {
      return;
    }
    Ending how = fault.kind() == Fault.Kind.SIGTERM ? Ending.CLOSED : Ending.KILLED;
    List<Life> of = lives.get(end);
    for (int place = 0; place < of.size(); place++) {
      Life life = of.get(place);
      if (life.lived() && life.from() > record.begun() && life.opening() <= record.done()) {
        of.set(place, life.endedBy(how, record.begun(), record.done(), -1, index));
      }
    }
  }

  /** Whether no fault that ends anybody had begun by a moment. */
  static boolean lastingUntil(History history, long moment) {
    return history.faults().stream()
        .noneMatch(
            record ->
                record.landed()
                    && record.fault().kind() != Fault.Kind.SIGSTOP
                    && record.begun() <= moment);
  }

  /** The incarnations of an end, in order. */
  List<Life> of(int end) {
    return lives.get(end);
  }

  /** The incarnation in which an end did something at a moment. */
  Life at(int end, long moment) {
    Life found = lives.get(end).getFirst();
    for (Life life : lives.get(end)) {
      found = life.opening() <= moment ? life : found;
    }
    return found;
  }
}
