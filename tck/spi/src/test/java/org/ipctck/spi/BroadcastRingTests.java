package org.ipctck.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A broadcast ring fits the SPI: a receiver that was overrun is told so in place. */
class BroadcastRingTests {

  @Test
  void aBroadcastRingCanBeDescribed() {
    Sketches.requireWholeProfile(profile());
    BroadcastReceiver receiver = new BroadcastReceiver();
    assertEquals(new Received.Lost(3), receiver.receive(Duration.ZERO));
    assertEquals(3, receiver.dropped());
  }

  static Profile profile() {
    return Profile.of("broadcast", "1")
        .with(Promise.MECHANISM, "shared-memory")
        .with(Promise.REACH, "host")
        .with(Promise.SENDERS, "1")
        .with(Promise.RECEIVERS, "many")
        .with(Promise.SHARING, "broadcast")
        .with(Promise.JOINS, "later")
        .with(Promise.ORDER, "queue")
        .with(Promise.TOTAL, "yes")
        .with(Promise.DELIVERY, "at-most-once")
        .with(Promise.CAPACITY, "bounded")
        .with(Promise.OVERFLOW, "drop-oldest")
        .with(Promise.MESSAGES, "0..4096")
        .with(Promise.ACCEPTANCE, "survives-receiver")
        .with(Promise.END, "reported")
        .with(Promise.DEATH, "timeout")
        .with(Promise.OPENS, "either")
        .with(Promise.OWNER, "sender")
        .with(Promise.NAMES, "removed")
        .with(Promise.SLOW_RECEIVER, "isolated");
  }

  /** Counts for itself alone: another receiver may have kept up. */
  static final class BroadcastReceiver implements Receiver, Counting {
    @Override
    public Received receive(Duration timeout) {
      return new Received.Lost(3);
    }

    @Override
    public long dropped() {
      return 3;
    }

    @Override
    public long pending() {
      return 0;
    }

    @Override
    public void close() {}
  }
}
