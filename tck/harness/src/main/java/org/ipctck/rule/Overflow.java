package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/** A full channel blocks, refuses or drops as its profile says, and in no other way. */
public final class Overflow implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    String declared = history.profile().get(Promise.OVERFLOW);
    for (Operation row : history.operations().rows().toList()) {
      String seen =
          switch (declared) {
            case "block" -> notBlocked(history, row);
            case "refuse" -> notRefused(history, row);
            default -> row.kind() == Kind.SEND ? notDropped(row) : "";
          };
      if (!seen.isEmpty()) {
        surest.add(
            Observation.OVERFLOW_OTHERWISE,
            Long.MAX_VALUE,
            () -> violation(history, declared, row, seen));
      }
    }
    if (declared.startsWith("drop-")) {
      Sends sends = new Sends(history);
      Lives lives = new Lives(sends);
      Delivery.all(sends)
          .forEach(delivery -> new WrongDrop(delivery, lives, declared).judge(surest));
    }
    return surest.finding();
  }

  private static String notBlocked(History history, Operation row) {
    int timeout = timeout(history, row);
    boolean refused = row.outcome() == Outcome.REFUSED;
    long waited = row.finish() - row.begin();
    boolean early = timeout == Action.FOREVER || waited < timeout * 1_000_000L;
    if (refused && row.reason() == Reason.FULL && timeout != 0 && early) {
      return "it was refused as FULL although it could wait";
    }
    if (refused && row.reason() == Reason.TIMEOUT && timeout == Action.FOREVER) {
      return "it was refused as timed out although it could wait for ever";
    }
    return row.outcome() == Outcome.LOST ? row.bytes() + " messages were dropped" : "";
  }

  private static String notRefused(History history, Operation row) {
    // Who was killed or stopped within a send did not wait for room.
    long wait = Stamps.finish(history, row.index()) - row.begin();
    boolean waited = wait > Stamps.must(history) && history.faults().isEmpty();
    if (row.kind() == Kind.SEND && waited) {
      return "it waited";
    }
    return row.outcome() == Outcome.LOST ? row.bytes() + " messages were dropped" : "";
  }

  private static String notDropped(Operation row) {
    boolean full = row.reason() == Reason.FULL || row.reason() == Reason.TIMEOUT;
    return row.outcome() == Outcome.REFUSED && full ? "it was refused as " + row.reason() : "";
  }

  private static int timeout(History history, Operation row) {
    int step = history.steps()[row.index()];
    boolean sends =
        step >= 0 && history.scenario().steps().get(step).action() instanceof Action.Send;
    return sends ? ((Action.Send) history.scenario().steps().get(step).action()).timeoutMs() : 0;
  }

  private static Violation violation(History history, String declared, Operation row, String seen) {
    Words words = new Words(history);
    return new Violation(
        Observation.OVERFLOW_OTHERWISE,
        "o1 = the %s of %s %s"
            .formatted(
                row.kind().name().toLowerCase(java.util.Locale.ROOT),
                words.end(row.index()),
                words.span(row.index())),
        "at the limit the channel does what it declared: " + declared,
        seen,
        List.of(row.index()),
        List.of(),
        Long.MAX_VALUE);
  }
}
