package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ipctck.scenario.Action;

/** Asks ends that count how many messages were dropped, before each is closed. */
final class Counts {
  private static final JsonNode NOTHING = Peer.command("").path("abilities");
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final Map<String, Long> dropped = new LinkedHashMap<>();

  /** Whether a step is one before which is asked, so that it cannot be sent ahead. */
  boolean asks(StepRun run) {
    return run.step.action() instanceof Action.Close && counts(run.end);
  }

  /** Asks, if this is the time. */
  void before(StepRun run) throws InterruptedException {
    if (asks(run)) {
      ask(run.end);
    }
  }

  /** Asks an end. */
  void ask(EndRun end) throws InterruptedException {
    if (!counts(end)) {
      return;
    }
    Optional<JsonNode> reply = end.peer.ask(end.command("count")).await(PATIENCE_NANOS);
    if (reply.isPresent() && reply.get().has("dropped")) {
      dropped.merge(end.plan.channel(), reply.get().path("dropped").asLong(), Math::max);
    }
  }

  /** Whether an end said, when it was opened, that it counts. */
  private static boolean counts(EndRun end) {
    for (StepRun run : end.steps) {
      for (JsonNode ability : run.reply().map(r -> r.path("abilities")).orElse(NOTHING)) {
        if (ability.asText().equals("counting")) {
          return true;
        }
      }
    }
    return false;
  }

  /** The messages that were dropped, by channel; absent where nobody can tell. */
  Map<String, Long> dropped() {
    return dropped;
  }
}
