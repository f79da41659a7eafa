package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.ipctck.scenario.Surroundings;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.junit.jupiter.api.Test;

final class RoundingTests {
  private static final Profile PROFILE = Profile.of("toy", "1").with(Promise.MESSAGES, "0..60000");

  private static ChannelPlan rounded(int capacity, int bytes) {
    ChannelPlan plan = new ChannelPlan("c", 3, "c", "", capacity, bytes, 2, 1);
    Scenario scenario = new Scenario("s", 1, List.of(plan), List.of(), List.of(), List.of(), 1);
    return Rounding.up(scenario, PROFILE).channels().getFirst();
  }

  @Test
  void nothingIsRoundedDownOrTwiceOrBeyondTheLargestMessage() {
    for (int capacity : new int[] {0, 1, 2, 3, 5, 16, 17, 300}) {
      for (int bytes : new int[] {0, 1, 64, 4_096, 4_097, 9_000, 59_999, 60_000}) {
        ChannelPlan once = rounded(capacity, bytes);
        assertTrue(once.capacity() >= capacity && once.maxBytes() >= bytes, once.toString());
        assertTrue(once.maxBytes() <= 60_000, once.toString());
        assertEquals(once, rounded(once.capacity(), once.maxBytes()));
      }
    }
  }

  @Test
  void nothingButTheSizeOfChannelsChanges() {
    ChannelPlan plan = new ChannelPlan("c", 3, "c", "", 3, 64, 2, 1);
    End end = new End("s", "p", "c", End.Side.SENDER, 0);
    Step close = new Step("close", "s", new Action.Close(), Gate.open());
    Fault kill = new Fault("kill", Fault.Kind.SIGKILL, "p", new Trigger.Reached(Gate.open()), 0);
    Surroundings around = new Surroundings("p", List.of(new Condition.Umask("077")));
    Move look = new Move("look", new Move.Look(), Gate.open());
    Scenario scenario =
        new Scenario(
            "s",
            1,
            List.of(plan),
            List.of(end),
            List.of(close),
            List.of(kill),
            7,
            List.of(around),
            List.of(look));
    Scenario up = Rounding.up(scenario, PROFILE);
    assertNotEquals(scenario, up);
    assertEquals(scenario, up.withChannels(List.of(plan)));
  }

  @Test
  void aRendezvousStaysOne() {
    assertEquals(0, rounded(0, 64).capacity());
  }
}
