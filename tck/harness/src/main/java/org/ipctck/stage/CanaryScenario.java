package org.ipctck.stage;

import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/** One message through one channel. */
final class CanaryScenario {
  private CanaryScenario() {}

  static Scenario of(Profile profile, int patienceMs) {
    String[] range = profile.get(Promise.MESSAGES).split("\\.\\.");
    int size = (int) Math.clamp(16, Long.parseLong(range[0]), Long.parseLong(range[1]));
    int capacity = profile.is(Promise.CAPACITY, "rendezvous") ? 0 : 4;
    // What opens second waits for the first, since a try to open may not wait.
    Gate sender = profile.is(Promise.OPENS, "receiver-first") ? Gate.done("ro") : Gate.open();
    Gate receiver = profile.is(Promise.OPENS, "sender-first") ? Gate.done("so") : Gate.open();
    Action open = new Action.Open(patienceMs);
    return new Scenario(
        "canary",
        0,
        List.of(new ChannelPlan("c", 1, "canary", "", capacity, Math.max(size, 64), 1, 1)),
        List.of(
            new End("rx", "reader", "c", End.Side.RECEIVER, 0),
            new End("tx", "writer", "c", End.Side.SENDER, 1)),
        List.of(
            new Step("ro", "rx", open, receiver),
            new Step("so", "tx", open, sender),
            new Step("rr", "rx", new Action.Receive(1, patienceMs, 0, true), Gate.done("so")),
            new Step(
                "ss",
                "tx",
                new Action.Send(List.of(size), patienceMs, 0, false, false),
                Gate.done("ro")),
            new Step("sc", "tx", new Action.Close(), Gate.done("rr", "ss")),
            new Step("rc", "rx", new Action.Close(), Gate.done("sc"))),
        List.of(),
        1);
  }
}
