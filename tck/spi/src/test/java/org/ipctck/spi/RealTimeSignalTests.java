package org.ipctck.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Real-time signals fit the SPI: the signal has to be blocked before the process has threads. */
class RealTimeSignalTests {

  @Test
  void theProfileSaysHowAProcessIsLaunched() {
    Sketches.requireWholeProfile(profile());
    assertEquals("env", profile().with(Promise.BOUND, "500").launch().get(0));
    assertEquals(profile().launch(), profile().named("other").launch());
  }

  static Profile profile() {
    Profile plain =
        Profile.of("signal", "1")
            .with(Promise.MECHANISM, "signal")
            .with(Promise.REACH, "host")
            .with(Promise.SENDERS, "many")
            .with(Promise.RECEIVERS, "1")
            .with(Promise.ORDER, "queue")
            .with(Promise.DELIVERY, "at-most-once")
            .with(Promise.CAPACITY, "bounded")
            .with(Promise.OVERFLOW, "refuse")
            .with(Promise.MESSAGES, "4..4")
            .with(Promise.ACCEPTANCE, "survives-sender")
            .with(Promise.END, "no")
            .with(Promise.DEATH, "no")
            .with(Promise.OPENS, "receiver-first")
            .with(Promise.OWNER, "receiver")
            .with(Promise.NAMES, "removed")
            .with(Promise.SLOW_RECEIVER, "isolated");
    return plain.launchedBy(List.of("env", "--block-signal=RTMIN+2"));
  }
}
