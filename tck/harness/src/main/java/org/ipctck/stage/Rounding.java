package org.ipctck.stage;

import java.util.List;
import java.util.stream.IntStream;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/**
 * Asks for somewhat more than a scenario does, so that a few sizes of channels serve many
 * scenarios: a channel may always grant more than it was asked for.
 */
final class Rounding {
  /** Sizes up to a page differ little; between a page and the most of many sockets a lot does. */
  private static final int[] BYTES = {4_096, 65_536};

  private static final int[] MESSAGES = {1, 4, 16};

  /** Rounded beyond this, a channel could be larger than what is going to fill it. */
  private static final long MOST = 1 << 18;

  private Rounding() {}

  /** The same scenario with rounded limits; what is rounded stays as it is. */
  static Scenario up(Scenario scenario, Profile profile) {
    long largest = Long.parseLong(profile.get(Promise.MESSAGES).split("\\.\\.")[1]);
    List<ChannelPlan> plans = scenario.channels().stream().map(p -> up(p, largest)).toList();
    return scenario.withChannels(plans);
  }

  private static ChannelPlan up(ChannelPlan plan, long largest) {
    Demand.Limits limits = up(new Demand.Limits(plan.capacity(), plan.maxBytes()), largest);
    return new ChannelPlan(
        plan.name(),
        plan.number(),
        plan.path(),
        plan.folder(),
        limits.capacity(),
        limits.maxBytes(),
        plan.senders(),
        plan.receivers());
  }

  private static Demand.Limits up(Demand.Limits asked, long largest) {
    int capacity = next(asked.capacity(), MESSAGES);
    for (int bytes : new int[] {next(asked.maxBytes(), BYTES), power(asked.maxBytes())}) {
      if ((long) bytes * Math.max(1, capacity) <= MOST && asked.maxBytes() <= largest) {
        return new Demand.Limits(capacity, (int) Math.min(bytes, largest));
      }
    }
    return asked;
  }

  private static int next(int asked, int[] steps) {
    // A rendezvous is something else than a little room.
    return IntStream.of(steps).filter(step -> asked > 0 && step >= asked).findFirst().orElse(asked);
  }

  private static int power(int bytes) {
    return bytes > MOST ? bytes : Math.max(BYTES[0], Integer.highestOneBit(2 * bytes - 1));
  }
}
