package org.ipctck.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Channels and mailboxes fit the profile: those of a Go program, which live inside it, and ours.
 */
class ForeignRuntimeTests {

  @Test
  void aGoProgramDeclaresThatItsChannelsLiveInsideIt() {
    Profile go =
        channel("go-channel")
            .with(Promise.RECEIVERS, "many")
            .with(Promise.SHARING, "work")
            .with(Promise.OVERFLOW, "block")
            .declaring("rendezvous", "capacity-0");
    Sketches.requireWholeProfile(go);
    assertTrue(go.is(Promise.REACH, "runtime"));
    assertEquals("capacity-0", go.declarations().get("rendezvous"));
  }

  @Test
  void aMailboxThatDropsTheOldestCountsAndTells() {
    Profile mailbox =
        channel("mailbox").with(Promise.RECEIVERS, "1").with(Promise.OVERFLOW, "drop-oldest");
    Sketches.requireWholeProfile(mailbox);
    Capacity three = Capacity.messages(3);
    assertEquals(3, three.fewest(1 << 20));
    assertEquals(3, three.most(0));
  }

  private static Profile channel(String name) {
    return Profile.of(name, "1")
        .with(Promise.MECHANISM, "channel")
        .with(Promise.REACH, "runtime")
        .with(Promise.SENDERS, "many")
        .with(Promise.ORDER, "queue")
        .with(Promise.DELIVERY, "at-most-once")
        .with(Promise.CAPACITY, "bounded")
        .with(Promise.MESSAGES, "0..1048576")
        .with(Promise.ACCEPTANCE, "both")
        .with(Promise.END, "reported")
        .with(Promise.DEATH, "waits")
        .with(Promise.EMPTINESS, "exact")
        .with(Promise.THREADS, "many")
        .with(Promise.OPENS, "either")
        .with(Promise.NAMES, "none")
        .with(Promise.SLOW_RECEIVER, "isolated");
  }
}
