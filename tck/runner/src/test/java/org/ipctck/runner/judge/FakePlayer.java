package org.ipctck.runner.judge;

import java.util.List;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.suite.Player;

/** A subject without processes, on which nothing can be played. */
final class FakePlayer implements Player {
  private final Profile profile;

  FakePlayer(String name) {
    profile =
        Profile.of(name, "1")
            .with(Promise.MECHANISM, "other")
            .with(Promise.REACH, "host")
            .with(Promise.SENDERS, "1")
            .with(Promise.RECEIVERS, "1")
            .with(Promise.ORDER, "per-sender")
            .with(Promise.DELIVERY, "at-most-once")
            .with(Promise.CAPACITY, "bounded")
            .with(Promise.OVERFLOW, "block")
            .with(Promise.MESSAGES, "0..65536")
            .with(Promise.ACCEPTANCE, "none")
            .with(Promise.END, "reported")
            .with(Promise.DEATH, "kernel")
            .with(Promise.OPENS, "either")
            .with(Promise.NAMES, "removed")
            .with(Promise.SLOW_RECEIVER, "isolated");
  }

  @Override
  public Profile profile() {
    return profile;
  }

  @Override
  public List<String> points() {
    return List.of();
  }

  @Override
  public boolean manyThreads() {
    return true;
  }

  @Override
  public Played play(Scenario scenario) throws Exception {
    throw new IllegalStateException("its process died before it said anything");
  }
}
