package org.ipctck.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipctck.fault.Fault;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/**
 * Who paused and lives is not declared dead before the declared time-out, and who was declared dead
 * does nothing more.
 *
 * <p>It speaks of channels of one sender and one receiver, each opened once, of which one stood
 * still. An operation that came to something shows that its end was alive when it began: had it
 * been declared dead before, the operation should have failed.
 */
public final class Paused implements Rule {
  private static final long MILLISECOND = 1_000_000;

  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.DEATH, "timeout")) {
      return Finding.undecided("the profile tells of no death by a time-out");
    }
    Surest surest = new Surest();
    List<Operation> rows = history.operations().rows().toList();
    boolean paused = false;
    for (int end = 0; end < history.scenario().ends().size(); end++) {
      Optional<Standing> standing = Standing.of(history, rows, end);
      standing.ifPresent(each -> each.judge(surest));
      paused |= standing.isPresent();
    }
    return surest.finding(paused ? "" : "nobody stood still while the other end lived");
  }

  /** One end that stood still, and the only other one of its channel, which did not. */
  private record Standing(History history, int fault, List<Operation> own, List<Operation> others) {

    static Optional<Standing> of(History history, List<Operation> rows, int end) {
      List<End> ends = history.scenario().ends();
      int fault = pause(history, ends.get(end));
      List<Integer> peers = new ArrayList<>();
      for (int peer = 0; peer < ends.size(); peer++) {
        if (peer != end && ends.get(peer).channel().equals(ends.get(end).channel())) {
          peers.add(peer);
        }
      }
      boolean pair = peers.size() == 1 && ends.get(peers.getFirst()).side() != ends.get(end).side();
      if (fault < 0 || !pair || pause(history, ends.get(peers.getFirst())) >= 0) {
        return Optional.empty();
      }
      List<Operation> own = rows.stream().filter(row -> row.end() == end).toList();
      List<Operation> others = rows.stream().filter(row -> row.end() == peers.getFirst()).toList();
      boolean once = openedOnce(own) && openedOnce(others);
      return once ? Optional.of(new Standing(history, fault, own, others)) : Optional.empty();
    }

    private static boolean openedOnce(List<Operation> rows) {
      List<Operation> opens = rows.stream().filter(row -> row.kind() == Kind.OPEN).toList();
      return opens.size() == 1 && opens.getFirst().outcome() == Outcome.DONE;
    }

    /** The fault that let the process of an end stand still, -1 for none. */
    private static int pause(History history, End end) {
      for (int fault = 0; fault < history.faults().size(); fault++) {
        FaultRecord record = history.faults().get(fault);
        if (record.fault().kind() == Fault.Kind.SIGSTOP
            && record.landed()
            && record.fault().target().equals(end.process())) {
          return fault;
        }
      }
      return -1;
    }

    void judge(Surest surest) {
      Optional<Operation> first =
          others.stream()
              .filter(this::toldOfDeath)
              .min(Comparator.comparingLong(Operation::finish));
      first.ifPresent(told -> tooSoon(told, surest));
      first.ifPresent(told -> own.forEach(later -> after(told, later, surest)));
      // What is told again behind the first time says nothing new: who works on then is blamed.
      long known = first.map(Operation::finish).orElse(Long.MAX_VALUE);
      own.stream()
          .filter(told -> told.finish() <= known && toldOfDeath(told))
          .forEach(told -> tooSoon(told, surest));
    }

    /** Whether somebody was told of a death of which there had been none, and no close either. */
    private boolean toldOfDeath(Operation row) {
      return row.returned()
          && row.reason() == Reason.PEER_GONE
          && (row.kind() == Kind.SEND || row.kind() == Kind.RECEIVE)
          && Lives.lastingUntil(history, row.finish())
          && own.stream().noneMatch(close -> closedBy(close, row))
          && others.stream().noneMatch(close -> closedBy(close, row));
    }

    private static boolean closedBy(Operation close, Operation row) {
      return close.kind() == Kind.CLOSE && close.begin() <= row.finish();
    }

    private void tooSoon(Operation told, Surest surest) {
      long bound = Long.parseLong(history.profile().get(Promise.BOUND)) * MILLISECOND;
      List<Operation> signs =
          own.stream()
              .filter(row -> cameToSomething(row) && row.begin() <= told.finish())
              .sorted(Comparator.comparingLong(Operation::begin))
              .toList();
      if (signs.isEmpty()) {
        return;
      }
      Operation alive = signs.getLast();
      long silence = Math.max(told.finish() - alive.begin(), silence(signs, bound));
      if (silence < bound) {
        surest.add(
            Observation.DEAD_TOO_SOON,
            Surest.margin(silence, bound),
            () -> tooSoon(told, alive, silence, bound));
      }
    }

    /**
     * The longest silence between two signs of life that may have been taken for death: a correct
     * transport looks first and fences then, and what comes in between is still accepted.
     */
    private static long silence(List<Operation> signs, long bound) {
      long last = signs.getLast().begin();
      long longest = 0;
      for (int i = 1; i < signs.size(); i++) {
        if (last - signs.get(i).begin() <= bound) {
          longest = Math.max(longest, signs.get(i).finish() - signs.get(i - 1).begin());
        }
      }
      return longest;
    }

    private static boolean cameToSomething(Operation row) {
      return row.outcome() == Outcome.ACCEPTED
          || row.outcome() == Outcome.MESSAGE
          || row.kind() == Kind.OPEN && row.outcome() == Outcome.DONE;
    }

    private Violation tooSoon(Operation told, Operation alive, long silence, long bound) {
      Words words = new Words(history);
      return new Violation(
          Observation.DEAD_TOO_SOON,
          "%s live, and its process stand still from %s to %s"
              .formatted(words.end(alive.index()), words.ms(begun()), words.ms(healed())),
          "nobody is told of its death before the declared time-out of %d ms"
              .formatted(bound / MILLISECOND),
          "%s was told PEER_GONE at %s, %d ms after %s had begun to %s"
              .formatted(
                  words.end(told.index()),
                  words.ms(told.finish()),
                  (told.finish() - alive.begin()) / MILLISECOND,
                  words.end(alive.index()),
                  alive.kind().name().toLowerCase(java.util.Locale.ROOT)),
          words.ordered(List.of(alive.index(), told.index())),
          List.of(fault),
          Surest.margin(silence, bound));
    }

    private void after(Operation told, Operation later, Surest surest) {
      boolean effect =
          later.kind() == Kind.SEND && (later.outcome() == Outcome.ACCEPTED || received(later))
              || later.kind() == Kind.RECEIVE && later.outcome() == Outcome.MESSAGE;
      if (effect && later.begin() > told.finish()) {
        long margin = Surest.margin(told.finish(), later.begin());
        surest.add(Observation.WORKS_AFTER_DEATH, margin, () -> after(told, later, margin));
      }
    }

    private boolean received(Operation send) {
      return others.stream()
          .anyMatch(row -> row.outcome() == Outcome.MESSAGE && row.message() == send.message());
    }

    private Violation after(Operation told, Operation later, long margin) {
      Words words = new Words(history);
      return new Violation(
          Observation.WORKS_AFTER_DEATH,
          "%s be told at %s that the other end is dead, which only stands still"
              .formatted(words.end(told.index()), words.ms(told.finish())),
          "the late one learns so at its next operation, which has no effect",
          "%s went on: its %s %s came out as %s"
              .formatted(
                  words.end(later.index()),
                  later.kind().name().toLowerCase(java.util.Locale.ROOT),
                  words.span(later.index()),
                  later.outcome()),
          words.ordered(List.of(told.index(), later.index())),
          List.of(fault),
          margin);
    }

    private long begun() {
      return history.faults().get(fault).begun();
    }

    private long healed() {
      return history.faults().get(fault).healed();
    }
  }
}
