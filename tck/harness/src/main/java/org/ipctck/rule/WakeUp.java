package org.ipctck.rule;

import org.ipctck.history.History;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/** Among the living, room wakes the sender that waits for it, and a message the receiver. */
public final class WakeUp implements Rule {
  @Override
  public Finding judge(History history) {
    if (!history.faults().isEmpty()) {
      return Finding.undecided("only the living have to be woken");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    for (Delivery delivery : Delivery.all(sends)) {
      new Sleepers(delivery, new Vanishing(delivery, lives)).judge(surest);
    }
    return surest.finding(unsure(history) ? Stamps.NOT_LONG_ENOUGH : "");
  }

  /** Whether somebody hung or gave up who cannot have been watched for long enough here. */
  private static boolean unsure(History history) {
    long must = Stamps.must(history);
    return history
        .operations()
        .rows()
        .filter(row -> row.outcome() == Outcome.PENDING || row.reason() == Reason.TIMEOUT)
        .anyMatch(
            row -> {
              long wait = Stamps.finish(history, row.index()) - row.begin();
              return wait <= must && (!row.returned() || wait > NoEnd.MUST_NANOS);
            });
  }
}
