package org.ipctck.suite;

import java.util.List;
import java.util.function.Predicate;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Reason;
import org.ipctck.suite.Trial.Condition;

/** What has to be seen of those who wait, give up, or only try. */
public final class SeenWaiting {
  private SeenWaiting() {}

  /** One receiver was told that its senders closed, and another that they are gone. */
  public static Condition endAndDeath() {
    return history -> {
      boolean end = history.operations().rows().anyMatch(row -> row.outcome() == Outcome.END);
      boolean death =
          history
              .operations()
              .rows()
              .anyMatch(row -> row.outcome() == Outcome.BROKEN && row.reason() == Reason.PEER_GONE);
      return end && death ? "" : "nobody was told of a close, or nobody of a death";
    };
  }

  private static Condition some(Predicate<Operation> operation, String missing) {
    return history -> history.operations().rows().anyMatch(operation) ? "" : missing;
  }

  /** A time-out ran out. */
  public static Condition timeOut() {
    return some(
        row -> row.outcome() == Outcome.NOTHING || row.reason() == Reason.TIMEOUT,
        "no time-out ran out");
  }

  /** Somebody found nothing. */
  public static Condition nothing() {
    return some(row -> row.outcome() == Outcome.NOTHING, "nobody found nothing");
  }

  /** Somebody tried. */
  public static Condition tries() {
    return history ->
        history.operations().rows().map(row -> action(history, row)).anyMatch(SeenWaiting::isTry)
            ? ""
            : "nobody tried";
  }

  private static Action action(History history, Operation row) {
    int step = history.steps()[row.index()];
    return step < 0 ? new Action.Close() : history.scenario().steps().get(step).action();
  }

  private static boolean isTry(Action action) {
    return action instanceof Action.Send send && send.timeoutMs() == 0
        || action instanceof Action.Receive receive && receive.timeoutMs() == 0;
  }

  /** Operations of both kinds came to something. */
  public static Condition both(Kind one, Kind other) {
    return history ->
        List.of(one, other).stream()
            .filter(kind -> history.operations().rows().noneMatch(row -> row.kind() == kind))
            .map(kind -> "there was no " + kind.name().toLowerCase(java.util.Locale.ROOT))
            .findFirst()
            .orElse("");
  }

  /** Each channel was asked for as much as it granted at least, or refused. */
  public static Condition asMuchAsGranted() {
    return history ->
        history.scenario().channels().stream()
            .filter(channel -> !asked(history, channel))
            .map(channel -> "channel %s was not asked for all".formatted(channel.name()))
            .findFirst()
            .orElse("");
  }

  private static boolean asked(History history, ChannelPlan channel) {
    Capacity granted = history.capacities().get(channel.name());
    if (granted == null) {
      return false;
    }
    boolean bytes = granted.unit() == Capacity.Unit.BYTES;
    int overhead = granted.overheadPerMessage();
    long sent =
        history
            .operations()
            .rows()
            .filter(row -> row.kind() == Kind.SEND)
            .filter(row -> channel.name().equals(channelOf(history, row)))
            .mapToLong(row -> bytes ? (long) row.bytes() + overhead : 1)
            .sum();
    return sent >= granted.atLeast() || Seen.full().missing(history).isEmpty();
  }

  private static String channelOf(History history, Operation row) {
    return history.scenario().ends().get(row.end()).channel();
  }
}
