package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.End;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/**
 * Who stands still within a send is not taken for dead: nothing is harmed that a shorter standstill
 * did not harm, and nobody alive is written off.
 */
public final class TakenFromTheLiving implements Rule {
  private static final List<Rule> WHOLE = List.of(new Matching(), new Loss());

  @Override
  public Finding judge(History history) {
    FaultRecord longest = null;
    boolean killed = false;
    for (FaultRecord record : history.faults()) {
      boolean stop = record.fault().kind() == Fault.Kind.SIGSTOP;
      killed |= record.landed() && !stop;
      boolean longer = longest == null || lasted(record) > lasted(longest);
      longest = stop && record.landed() && longer ? record : longest;
    }
    if (longest == null || killed) {
      return Finding.undecided("nobody stood still, or somebody died as well");
    }
    return new Standstill(history, longest).judge();
  }

  /** How long it should last at least: what it lasted, on a busy host another may have too. */
  private static int lasted(FaultRecord record) {
    return Math.abs(record.fault().healMs());
  }

  /** The longest of the standstills, before which all was well. */
  private record Standstill(History history, FaultRecord record) {
    Finding judge() {
      Surest surest = new Surest();
      writtenOff(surest);
      String undecided = "";
      for (Rule rule : WHOLE) {
        Finding finding = rule.judge(history);
        // What also happens before is no matter of being taken for dead.
        if (finding.violations().stream().allMatch(this::since)) {
          finding.violations().forEach(harm -> harmed(harm, surest));
        } else {
          return Finding.undecided("messages were harmed before anybody stood still for long");
        }
        undecided = undecided.isEmpty() ? finding.undecided() : undecided;
      }
      return surest.finding(undecided);
    }

    private boolean since(Violation harm) {
      return harm.witness().stream()
          .mapToLong(row -> Stamps.finish(history, row))
          .allMatch(finish -> finish > record.begun());
    }

    private void harmed(Violation harm, Surest surest) {
      surest.add(
          Observation.TAKEN_FROM_THE_LIVING,
          harm.marginNanos(),
          () ->
              violation(harm.let(), harm.then() + ", as before", harm.but(), harm.witness(), harm));
    }

    /** An end that lives and is told that it does not, where nothing but death ends an end. */
    private void writtenOff(Surest surest) {
      if (history.profile().is(Promise.DEATH, "timeout")) {
        return;
      }
      Operations operations = history.operations();
      for (int row = 0; row < operations.size(); row++) {
        int refused = row;
        boolean send = operations.kind(row) == Kind.SEND;
        boolean off =
            operations.outcome(row) == (send ? Outcome.REFUSED : Outcome.BROKEN)
                && operations.reason(row) == Reason.STALE;
        if (off && stoodStill(row)) {
          surest.add(
              Observation.TAKEN_FROM_THE_LIVING,
              Long.MAX_VALUE,
              () -> writtenOff(refused, new Words(history)));
        }
      }
    }

    private boolean stoodStill(int row) {
      End end = history.scenario().ends().get(history.operations().end(row));
      return end.process().equals(record.fault().target())
          && history.operations().finish(row) > record.begun();
    }

    private Violation writtenOff(int row, Words words) {
      String kind = history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT);
      return new Violation(
          Observation.TAKEN_FROM_THE_LIVING,
          "%s stand still at %s and go on at %s"
              .formatted(words.end(row), words.ms(record.begun()), words.ms(record.healed())),
          "nobody takes it for dead",
          "its %s %s was refused as STALE".formatted(kind, words.span(row)),
          List.of(row),
          List.of(place()),
          Long.MAX_VALUE);
    }

    private Violation violation(
        String let, String then, String but, List<Integer> witness, Violation harm) {
      Words words = new Words(history);
      List<Integer> faults = new ArrayList<>(harm.faults());
      faults.add(place());
      return new Violation(
          Observation.TAKEN_FROM_THE_LIVING,
          "%s stand still from %s to %s, and %s"
              .formatted(
                  record.fault().target(),
                  words.ms(record.begun()),
                  words.ms(record.healed()),
                  let),
          then,
          but,
          witness,
          faults,
          harm.marginNanos());
    }

    private int place() {
      return history.faults().indexOf(record);
    }
  }
}
